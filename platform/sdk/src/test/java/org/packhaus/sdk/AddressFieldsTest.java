package org.packhaus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressFieldsTest {
    private static final AddressFields NARROW =
            new AddressFields("Post", List.of(20, 20), List.of(20), 20, 5, 5, 15, Letters.LATIN_1);

    @Test
    void laysAnOrdinaryAddressOutAsItStands() throws Rejected {
        var laid = NARROW.lay(
                Address.to("Änne Groß")
                        .company("Kiefer & Tau GmbH")
                        .addition("3. OG links")
                        .street("Am Sägewerk", "7 b")
                        .city("79098", "Freiburg")
                        .build(),
                "to");
        assertThat(laid)
                .isEqualTo(new AddressFields.Laid(
                        List.of("Kiefer & Tau GmbH", "Änne Groß"),
                        List.of("3. OG links"),
                        "Am Sägewerk",
                        "7 b",
                        "79098",
                        "Freiburg",
                        List.of()));
    }

    @Test
    void movesALongHouseNumberIntoTheStreet() throws Rejected {
        var laid = NARROW.lay(at("Ringstr.", "12 b-14 c"), "to");
        assertThat(laid.street()).isEqualTo("Ringstr. 12 b-14 c");
        assertThat(laid.houseNumber()).isEmpty();
    }

    @Test
    void breaksALongStreetOverALineAbove() throws Rejected {
        var laid = NARROW.lay(at("Wohnpark am Alten Hafen Kastanienallee", "7"), "to");
        assertThat(Stream.concat(laid.extras().stream(), Stream.of(laid.street()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("Wohnpark am Alten Hafen Kastanienallee");
        assertThat(laid.street()).hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void breaksALongCompanyBetweenWords() throws Rejected {
        var laid = NARROW.lay(
                Address.to("")
                        .company("Stadtwerke Oberursel Versorgung")
                        .street("Weg", "1")
                        .city("64521", "Groß-Gerau")
                        .build(),
                "to");
        assertThat(laid.names()).containsExactly("Stadtwerke Oberursel", "Versorgung");
    }

    @Test
    void refusesWhatFitsNowhereAndNamesIt() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> NARROW.lay(at("Donaudampfschifffahrtsgesellschaftsallee", "7"), "to"))
                .satisfies(e -> assertThat(e.faults())
                        .extracting(fault -> fault.field().orElse(""))
                        .containsExactly("to.street"));
    }

    @Test
    void saysWhichTextIsWrittenInOtherLetters() throws Rejected {
        var laid = NARROW.lay(
                Address.to("Łukasz Żółć")
                        .street("Weg", "1")
                        .city("10115", "Berlin")
                        .build(),
                "to");
        assertThat(laid.names()).containsExactly("Lukasz Zólc");
        assertThat(laid.warnings()).singleElement().asString().contains("Łukasz Żółć", "Lukasz Zólc");
    }

    @Test
    void refusesLettersThatHaveNoUsualWayToBeWritten() {
        assertThatExceptionOfType(Rejected.class)
                .isThrownBy(() -> NARROW.lay(
                        Address.to("王小明")
                                .street("Weg", "1")
                                .city("10115", "Berlin")
                                .build(),
                        "to"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("letters-not-writable"));
    }

    @ParameterizedTest
    @CsvSource({
        "ASCII,Müller & Söhne Straße,Mueller & Soehne Strasse",
        "ASCII,ÄRZTEHAUS,AeRZTEHAUS",
        "LATIN_1,Çelik Ğ. Šimůnek,Çelik G. Simunek",
        "LATIN_EXTENDED,Łódź Škoda ő,Łódź Škoda ő",
        "LATIN_1,Жуков Ольга,Zhukov Olga",
        "LATIN_1,Παπαδόπουλος,Papadopoylos",
        "LATIN_1,„Alte Post“ – Hof,\"Alte Post\" - Hof"
    })
    void writesInTheLettersThereAre(Letters letters, String text, String written) {
        assertThat(letters.write(text)).hasValue(written);
    }

    private static Address at(String street, String number) {
        return Address.to("Änne Groß")
                .street(street, number)
                .city("10115", "Berlin")
                .build();
    }
}
