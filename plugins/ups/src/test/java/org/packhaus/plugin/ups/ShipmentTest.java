package org.packhaus.plugin.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

class ShipmentTest {
    private static final UpsSettings SETTINGS = FakeUps.settings(URI.create("http://localhost"));
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private final BookingRequest request = Requests.to(Requests.BUYER);

    private static Json sent(BookingRequest request) throws Rejected {
        UpsProduct product = UpsProduct.find(request.product()).orElseThrow();
        return Shipment.of(request)
                .purchase(product, LabelImage.on(request.paper()), TODAY, SETTINGS)
                .at("ShipmentRequest")
                .at("Shipment");
    }

    private static AbstractThrowableAssert<?, ?> refused(BookingRequest request, String code, String field) {
        return assertThatThrownBy(() -> sent(request)).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.faults()).extracting(fault -> fault.field().orElse("")).containsExactly(field);
        });
    }

    private static Address.Builder buyer() {
        return Address.to("Änne Groß").street("Weg", "1").city("53113", "Bonn");
    }

    @Test
    void numbersAreStringsAndWeightsAreRoundedUp() throws Exception {
        Json parcel = sent(Requests.measuring(Requests.with(request, "11", 741), 305, 201, 100))
                .at("Package")
                .at(0);
        assertThat(parcel.at("PackageWeight").at("Weight")).isEqualTo(Json.of("0.8"));
        assertThat(parcel.at("Dimensions").at("Length")).isEqualTo(Json.of("31"));
        assertThat(parcel.at("Dimensions").at("Height")).isEqualTo(Json.of("10"));
        assertThat(parcel.at("Packaging").at("Code")).isEqualTo(Json.of("02"));
    }

    @Test
    void namesAndLinesOfThirtyFiveCharactersFitAndNothingIsCutOff() throws Exception {
        String most = "Donaudampfschifffahrtsgesellschafte"; // 35
        Json to = sent(Requests.to(
                        request,
                        Address.to(most)
                                .company(most)
                                .addition(most)
                                .street(most.substring(5), "1234")
                                .city("53113", most.substring(5))
                                .build()))
                .at("ShipTo");
        assertThat(to.at("Name")).isEqualTo(Json.of(most));
        assertThat(to.at("AttentionName")).isEqualTo(Json.of(most));
        assertThat(to.at("Address").at("AddressLine"))
                .isEqualTo(Json.array(Json.of(most.substring(5) + " 1234"), Json.of(most)));
        refused(Requests.to(request, buyer().city("53113", most).build()), "text-too-long", "to.city");
        refused(Requests.to(request, buyer().street("Kurz", "1".repeat(36)).build()), "text-too-long", "to.street");
        refused(Requests.to(request, buyer().city("1234567890", "Bonn").build()), "text-too-long", "to.postalCode");
    }

    @Test
    void whatIsNotLatin1IsWrittenInLatin1AndSaid() throws Exception {
        BookingRequest polish =
                Requests.to(request, buyer().addition("c/o Łukasz").build());
        assertThat(sent(polish).at("ShipTo").at("Address").at("AddressLine").at(1))
                .isEqualTo(Json.of("c/o Lukasz"));
        assertThat(Shipment.of(polish).warnings()).hasSize(1);
        assertThat(Shipment.of(request).warnings()).isEmpty();
    }

    @Test
    void phoneAndMailThatDoNotFitAreLeftOutAndSaid() throws Exception {
        BookingRequest long_ = Requests.to(
                request,
                buyer().phone("+49 201 1234567890123")
                        .email("a".repeat(45) + "@example.org")
                        .build());
        assertThat(sent(long_).at("ShipTo").at("Phone").isPresent()).isFalse();
        assertThat(sent(long_).at("ShipTo").at("EMailAddress").isPresent()).isFalse();
        assertThat(Shipment.of(long_).warnings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Packstation, 105", "Postfiliale 518, ''", "DHL Packstation 105, ''"})
    void lockersAndOutletsOfDhlAreRefusedWithTheRemedy(String street, String number) {
        BookingRequest locker = Requests.to(
                request, buyer().addition("12345678").street(street, number).build());
        refused(locker, "pickup-point-not-served", "to.street")
                .hasMessageContaining("Ship this order with DHL")
                .hasMessageContaining(street.contains("filiale") ? "Postfiliale 518" : "Packstation 105");
    }

    @Test
    void limitsAreUpssOwn() {
        refused(Requests.with(request, "11", 70_001), "too-heavy", "parcel.weight");
        refused(Requests.measuring(request, 2710, 100, 100), "too-large", "parcel.dimensions");
        refused(Requests.measuring(request, 1400, 500, 460), "too-large", "parcel.dimensions");
        refused(Requests.wantingReturnNumber(request), "no-return-number", "product");
        Address swiss = buyer().country(new CountryCode("CH")).build();
        refused(Requests.to(request, swiss), "country-not-served", "to.country");
        Address canaries = buyer().city("35001", "Las Palmas")
                .country(new CountryCode("ES"))
                .build();
        refused(Requests.to(request, canaries), "customs-not-offered", "to.postalCode");
        Address vienna =
                buyer().city("1060", "Wien").country(new CountryCode("AT")).build();
        refused(Requests.to(request, vienna), "phone-missing", "to.phone");
        refused(Requests.with(request, "11", 500, new Service.AgeCheck(16)), "age-not-offered", "services");
        refused(
                Requests.with(request, "11", 500, new Service.PreferredLocation("Garage")),
                "service-not-offered",
                "services");
    }

    @Test
    void labelsAreFourBySixInches() {
        refused(Requests.on(request, new LabelPaper(DocumentType.PDF, 100, 70)), "paper-too-small", "paper");
        refused(Requests.on(request, new LabelPaper(DocumentType.PNG, 103, 199)), "paper-not-offered", "paper");
    }

    @Test
    void theShipDateIsSentForTheComingWeekOnly() throws Exception {
        assertThat(sent(request).at("ShipmentDate")).isEqualTo(Json.of("20261123"));
        for (String today : List.of("2026-11-23", "2026-11-24", "2026-11-01")) {
            Json body = Shipment.of(request)
                    .purchase(UpsProduct.STANDARD, LabelImage.on(request.paper()), LocalDate.parse(today), SETTINGS);
            assertThat(body.at("ShipmentRequest")
                            .at("Shipment")
                            .at("ShipmentDate")
                            .isPresent())
                    .isFalse();
        }
    }

    @Test
    void theOrderNumberStandsBesideOurReference() throws Exception {
        Json references = sent(request).at("ReferenceNumber");
        assertThat(references.at(0).at("Value")).isEqualTo(Json.of("PH-0000000001"));
        assertThat(references.at(1).at("Value")).isEqualTo(Json.of("bwqwz7s8cx"));
    }

    @Test
    void aSingleNameIsPrintedOnceAtHomeAndIsTheContactAbroad() throws Exception {
        assertThat(sent(request).at("ShipTo").at("AttentionName").isPresent()).isFalse();
        Address vienna = buyer().city("1060", "Wien")
                .country(new CountryCode("AT"))
                .phone("+43 1 5871234")
                .build();
        assertThat(sent(Requests.to(request, vienna)).at("ShipTo").at("AttentionName"))
                .isEqualTo(Json.of("Änne Groß"));
    }
}
