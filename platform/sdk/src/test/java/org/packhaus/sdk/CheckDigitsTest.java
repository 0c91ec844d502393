package org.packhaus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00340434161094015902",
                "00340434161094022115",
                "00340434161094027318",
                "00340434161094032954",
                "00340434161094038253",
                "00340434161094042557",
                "00340433836442636597",
                "00340434292135100056",
                "09133131530724",
                "89195131100303",
                "00340633031105567586",
                "4006381333931"
            })
    void gs1NumbersAreRecognisedAndNoOtherLastDigitIs(String number) {
        assertThat(CheckDigits.isGs1(number)).isTrue();
        othersOf(number)
                .forEach(other -> assertThat(CheckDigits.isGs1(other)).as(other).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"563102430313", "201298452277", "60701001756402", "53113044007008"})
    void deutschePostsNumbersAreRecognisedAndNoOtherLastDigitIs(String number) {
        assertThat(CheckDigits.isPost(number)).isTrue();
        othersOf(number)
                .forEach(
                        other -> assertThat(CheckDigits.isPost(other)).as(other).isFalse());
    }

    private static java.util.stream.Stream<String> othersOf(String number) {
        String payload = number.substring(0, number.length() - 1);
        return java.util.stream.IntStream.range(0, 10)
                .mapToObj(digit -> payload + digit)
                .filter(n -> !n.equals(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "0034043416109401590X", "٣٤٥٦", "0034 0434 1610 9401 5902", "0034043333301020022796580"
            })
    void anythingElseIsNone(String text) {
        assertThat(CheckDigits.isGs1(text)).isFalse();
    }

    @Test
    void aSwappedPairOfDigitsIsNoticed() {
        assertThat(CheckDigits.isGs1("00340434161094019502")).isFalse();
    }
}
