package org.packhaus.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordStrengthTest {

    @ParameterizedTest
    @CsvSource({
        "hunter2, TOO_SHORT",
        "aaaaaaaaaaaaaaaa, WEAK",
        "1234567890123456, WEAK",
        "qwertzuiopasdfghjkl, WEAK",
        "lenagrosse2026, WEAK",
        "passwortpasswort, WEAK",
        "correct horse battery, STRONG",
        "Blaue Kisten im Regal 7, STRONG",
        "tulpe-kran-9, FAIR"
    })
    void whatIsPredictableCountsForNothing(String password, PasswordStrength strength) {
        assertThat(PasswordStrength.of(password, "Lena Grosse", "lena.grosse@example.org"))
                .isEqualTo(strength);
    }
}
