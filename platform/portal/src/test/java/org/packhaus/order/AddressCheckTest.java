package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

class AddressCheckTest {
    private static Address.Builder anna() {
        return Address.to("Anna Öztürk").street("Lindenweg", "4").city("50667", "Köln");
    }

    private static List<String> codes(Address address) {
        return AddressCheck.check(address, false).stream()
                .map(AddressFinding::code)
                .toList();
    }

    @Test
    void hasNothingToSayAboutAGoodAddress() {
        assertThat(codes(anna().build())).isEmpty();
        assertThat(codes(anna().company("Müller & Söhne GmbH")
                        .addition("c/o Schmidt, 3. OG")
                        .build()))
                .isEmpty();
    }

    @Test
    void namesEveryMissingPart() {
        assertThat(codes(Address.to("").build()))
                .containsExactly(
                        "address-name-missing",
                        "address-street-missing",
                        "address-postal-code-missing",
                        "address-city-missing");
    }

    @ParameterizedTest
    @CsvSource({
        "DE, 1099, 01099",
        "DE, D-50667, 50667",
        "DE, DE 50667, 50667",
        "DE, 4066,04066",
        "DE, 5066,",
        "AT, A1010, 1010",
        "PL, 00950, 00-950",
        "NL, 12,"
    })
    void proposesThePostcodeThatWasMeant(String country, String written, String meant) {
        var found = AddressCheck.check(
                anna().city(written, "Irgendwo")
                        .country(new CountryCode(country))
                        .build(),
                false);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("address-postal-code-form");
            assertThat(finding.blocking()).isTrue();
            assertThat(finding.hint()).isEqualTo(meant);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Lindenweg 4, Lindenweg, 4",
        "Straße des 17. Juni 135, Straße des 17. Juni, 135",
        "Am Alten Markt 12 b, Am Alten Markt, 12 b",
        "Hauptstr. 5-7, Hauptstr., 5-7"
    })
    void proposesTheHouseNumberThatStandsInTheStreet(String line, String street, String number) {
        var found = AddressCheck.check(anna().street(line, "").build(), false);

        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.blocking()).isFalse();
            assertThat(finding.proposal()).isNotNull().satisfies(proposal -> {
                assertThat(proposal.street()).isEqualTo(street);
                assertThat(proposal.houseNumber()).isEqualTo(number);
            });
        });
    }

    @Test
    void stopsWithoutAnyHouseNumberUntilAPersonSaysThereIsNone() {
        Address address = anna().street("Dorfplatz", "").build();

        assertThat(AddressCheck.problem(AddressCheck.check(address, false))).isPresent();
        assertThat(AddressCheck.problem(AddressCheck.check(address, true))).isEmpty();
    }

    @Test
    void findsTheHouseNumberInTheExtraLine() {
        Address address = anna().street("Dorfplatz", "").addition("Nr. 7a").build();

        assertThat(AddressCheck.check(address, false)).singleElement().satisfies(finding -> {
            assertThat(finding.hint()).isEqualTo("7a");
            assertThat(finding.proposal()).extracting(Address::addition).isEqualTo("");
        });
    }

    @Test
    void leavesMannheimAlone() {
        assertThat(codes(anna().street("Q 7, 24", "").city("68161", "Mannheim").build()))
                .doesNotContain("address-house-number-missing");
    }

    @Test
    void aPackstationNeedsThePostNumber() {
        assertThat(codes(anna().street("Packstation", "127").build())).containsExactly("address-post-number-missing");
        assertThat(codes(anna().street("Packstation", "127")
                        .addition("8273 5518")
                        .build()))
                .isEmpty();
        assertThat(codes(anna().street("Packstation", "").build())).containsExactly("address-pickup-number-missing");
    }
}
