package org.packhaus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    /** The secret of the RFC's tables. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the rows for SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void makesTheCodesOfTheRfc(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8))
                .isEqualTo(code);
    }

    @Test
    void takesACodeOnceAndOnlyAroundItsTime() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        String code = Totp.code(SECRET, step, Totp.DIGITS);

        assertThat(Totp.matching(SECRET, code, now, 0)).hasValue(step);
        assertThat(Totp.matching(SECRET, code.substring(0, 3) + " " + code.substring(3), now, 0))
                .as("as apps show it")
                .hasValue(step);
        assertThat(Totp.matching(SECRET, code, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.matching(SECRET, code, now.plusSeconds(60), 0)).isEmpty();
        assertThat(Totp.matching(SECRET, code, now, step)).as("used already").isEmpty();
        assertThat(Totp.matching(SECRET, "", now, 0)).isEmpty();
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesAndReadsBase32(String plain, String encoded) {
        byte[] bytes = plain.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded.toLowerCase(java.util.Locale.ROOT))).isEqualTo(bytes);
        assertThatThrownBy(() -> Base32.decode("MZ1")).isInstanceOf(IllegalArgumentException.class);
    }
}
