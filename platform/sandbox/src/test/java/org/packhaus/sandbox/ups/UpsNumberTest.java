package org.packhaus.sandbox.ups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"1Z5R89390357567127", "1Z879E930346834440", "1Z410E7W0392751591", "1Z999AA10123456784"})
    void numbersSeenOnParcelsAreRight(String number) {
        assertThat(UpsNumber.isRight(number)).isTrue();
        char wrong = (char) ('0' + (number.charAt(17) - '0' + 1) % 10);
        assertThat(UpsNumber.isRight(number.substring(0, 17) + wrong)).isFalse();
    }

    @Test
    void numbersHandedOutAreRight() {
        for (int serial = 1; serial < 500; serial++) {
            assertThat(UpsNumber.of("PH1117", "11", serial))
                    .hasSize(18)
                    .startsWith("1ZPH111711")
                    .matches(UpsNumber::isRight);
        }
    }
}
