package org.packhaus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void aSecretIsNeverPrinted() {
        Secret secret = Secret.of("geheim");
        record Settings(String user, Secret password) {}
        assertThat(secret).hasToString("•••");
        assertThat(new Settings("u", secret).toString()).doesNotContain("geheim");
        assertThat("%s %s".formatted(secret, List.of(secret))).doesNotContain("geheim");
        assertThat(secret.reveal()).isEqualTo("geheim");
    }

    @Test
    void secretsOfTheSameTextAreEqualSoThatSettingsAre() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b"));
        assertThat(Secret.of("  ").isBlank()).isTrue();
    }

    @Test
    void countriesAreFoundByBothCodesInAnyCase() {
        assertThat(CountryCode.find("DEU")).contains(CountryCode.DE);
        assertThat(CountryCode.find(" de ")).contains(CountryCode.DE);
        assertThat(CountryCode.find("aut")).contains(new CountryCode("AT"));
        assertThat(CountryCode.find("D")).isEmpty();
        assertThat(CountryCode.find("")).isEmpty();
        assertThat(CountryCode.find("XXX")).isEmpty();
    }

    @Test
    void countryCodesGoThereAndBackForAllCountries() {
        for (String code : Locale.getISOCountries()) {
            CountryCode country = new CountryCode(code);
            assertThat(country.alpha3()).hasSize(3);
            assertThat(CountryCode.find(country.alpha3())).contains(country);
        }
        assertThatThrownBy(() -> new CountryCode("de")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CountryCode("UK")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressIsStrippedAndReadsLikeALabel() {
        Address address = Address.to(" Änne Groß ")
                .company(null)
                .addition(" c/o Meier")
                .street("Weg ", " 12 b")
                .city("53111 ", " Bonn")
                .build();
        assertThat(address.lines()).containsExactly("Änne Groß", "c/o Meier", "Weg 12 b", "53111 Bonn");
        assertThat(address.name()).isEqualTo("Änne Groß");
        assertThat(address.country()).isEqualTo(CountryCode.DE);
    }

    @Test
    void aCompanyIsWhoAnAddressIsForAndThePersonStays() {
        Address address = Address.to("Änne Groß")
                .company("Teehaus GmbH")
                .street("Weg 12", null)
                .city("53111", "Bonn")
                .build();
        assertThat(address.name()).isEqualTo("Teehaus GmbH");
        assertThat(address.lines()).containsExactly("Teehaus GmbH", "Änne Groß", "Weg 12", "53111 Bonn");
    }

    @Test
    void moneyHasTheDecimalsOfItsCurrency() {
        assertThat(Money.euro("12.9")).isEqualTo(Money.euro("12.90")).hasToString("12.90 EUR");
        assertThat(Money.euro("0.005").amount()).isEqualByComparingTo("0.01");
        assertThat(Money.euro("1.10").plus(Money.euro("2.20"))).isEqualTo(Money.euro("3.30"));
        assertThatThrownBy(() -> Money.euro("1").plus(Money.of(java.math.BigDecimal.ONE, "PLN")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBookingWithoutNumberOrLabelIsNone() {
        var label = new CarrierDocument(CarrierDocument.Kind.LABEL, DocumentType.PDF, new byte[] {1});
        assertThatThrownBy(() -> new Booking(" ", Optional.empty(), List.of(label), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Booking("1", Optional.empty(), List.of(), Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sidesAreSortedAndWeightsPositive() {
        assertThat(Dimensions.ofSides(80, 353, 250)).isEqualTo(new Dimensions(353, 250, 80));
        assertThatThrownBy(() -> Weight.grams(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Weight.grams(300).plus(Weight.grams(450))).isEqualTo(Weight.grams(750));
    }
}
