package org.packhaus.sandbox.gls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlsNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"366310000017", "202800020052"})
    void theCheckDigitIsThatOfRealParcels(String number) {
        assertThat(GlsNumbers.withCheckDigit(number.substring(0, 11))).isEqualTo(number);
    }

    @Test
    void numbersHaveTheirForms() {
        assertThat(GlsNumbers.parcelNumber(1)).matches("\\d{12}").isNotEqualTo(GlsNumbers.parcelNumber(2));
        assertThat(GlsNumbers.trackId(1_234_567)).matches("[A-Z0-9]{8}").isNotEqualTo(GlsNumbers.trackId(1));
    }
}
