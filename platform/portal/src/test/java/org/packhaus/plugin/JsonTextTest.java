package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.JsonException;

class JsonTextTest {

    @Test
    void readsAndPrintsTheSameAgain() {
        String text = "{\"a\":[1,2.50,\"ü\",true,null,{}],\"b\":{\"c\":12345678901234567890}}";

        assertThat(JsonText.print(JsonText.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{\"a\":[1,", "{\"a\"", "<html>", "{} {}", "[1,]", "{\"a\":tru"})
    void saysWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonText.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("not JSON");
    }

    @Test
    void writesNumbersPlainly() {
        assertThat(JsonText.print(Json.of(new BigDecimal("1E+2")))).isEqualTo("100");
    }

    @Test
    void refusesToPrintWhatIsMissing() {
        assertThatThrownBy(() -> JsonText.print(Json.array(Json.MISSING))).isInstanceOf(JsonException.class);
    }
}
