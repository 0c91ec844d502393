package org.packhaus.sandbox.dpd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sandbox.carrier.Code;

class DpdNumberTest {

    /** Numbers that were on real labels. */
    @ParameterizedTest
    @CsvSource({"09980000020033, F", "09980000020034, D", "05300000011267, F", "01015026003653, C"})
    void computesTheCheckCharacterOfIso7064(String number, char check) {
        assertThat(DpdNumber.check(number)).isEqualTo(check);
    }

    @Test
    void writesTheRoutingBarcodeOfARealLabel() {
        Code code = DpdNumber.routing("09980000020033", "81827", Product.E830, "DE");
        assertThat(code.content()).isEqualTo("%008182709980000020033350276").hasSize(28);
        assertThat(code.readable()).isEqualTo("0081 827 0998 0000 0200 33 350 276 C");
    }
}
