package org.packhaus.plugin.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

class OrderTest {
    private static final BookingRequest GOOD = Requests.to(Requests.BUYER);

    private static Json shipment(BookingRequest request) throws Rejected {
        return Order.of(request, Requests.settings()).body().at(0);
    }

    private static Rejected refusal(BookingRequest request) {
        try {
            Order.of(request, Requests.settings());
        } catch (Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("DPD would have been asked");
    }

    @Test
    void saysWhoIsChargedAndWhoseOrderItIs() throws Exception {
        Json shipment = shipment(GOOD);
        assertThat(shipment.at("sender")
                        .at("customerInfos")
                        .at("customerAccountNumber")
                        .textOrEmpty())
                .isEqualTo("0998100031");
        assertThat(shipment.at("customerReferenceNumbers").list().stream().map(Json::textOrEmpty))
                .containsExactly("PH-0000000001", "bwqwz7s8cx");
        assertThat(shipment.at("shippingDate").textOrEmpty()).isEqualTo("2026-11-23");
        assertThat(shipment.at("sendingDepot").isPresent()).isFalse();
    }

    @Test
    void writesTheDepotWithTheUnitInFront() throws Exception {
        DpdSettings s = Requests.settings();
        DpdSettings withDepot = new DpdSettings(
                s.user(),
                s.password(),
                s.customerNumber(),
                Optional.of("0163"),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                s.baseUrl());
        assertThat(Order.of(GOOD, withDepot).body().at(0).at("sendingDepot").textOrEmpty())
                .isEqualTo("0010163");
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "10, 10", "741, 750", "31500, 31500"})
    void weighsInFullTensOfGramsNeverLess(int grams, String said) throws Exception {
        Json shipment = shipment(Requests.with(GOOD, "CL", grams, LabelPaper.PDF_A6));
        assertThat(shipment.at("shipmentInfos").at("weight").textOrEmpty()).isEqualTo(said);
        assertThat(shipment.at("parcel").at(0).at("parcelInfos").at("weight")).isEqualTo(Json.of(said));
    }

    @Test
    void measuresInFullCentimetresNeverLess() throws Exception {
        Json sides = shipment(GOOD).at("parcel").at(0).at("parcelInfos").at("dimensions");
        assertThat(List.of(sides.at("length"), sides.at("width"), sides.at("height")))
                .containsExactly(Json.of(31), Json.of(20), Json.of(10));
    }

    @Test
    void laysTheAddressOutInDpdsFields() throws Exception {
        Json address = shipment(Requests.to(Address.to("Małgorzata Öztürk")
                        .company("Nordlicht Yachtservice GmbH & Co. KG Hamburg")
                        .street("Bürgermeister-Smidt-Straße", "24 a")
                        .city("27568", "Bremerhaven")
                        .build()))
                .at("receiver")
                .at("address");
        assertThat(address.at("name1").textOrEmpty()).isEqualTo("Nordlicht Yachtservice GmbH & Co.");
        assertThat(address.at("name2").textOrEmpty()).isEqualTo("KG Hamburg");
        assertThat(address.at("addressLine2").textOrEmpty()).isEqualTo("Małgorzata Öztürk");
    }

    @ParameterizedTest
    @CsvSource({
        "Bürgermeister-Smidt-Straße-am-Hafenbecken, 2, 27568, Bremerhaven, to.street",
        "Lindenweg, 2, 27568, Bad Doberan-Heiligendamm an der Ostsee, to.city",
        "Lindenweg, 2, 1234567890, Bonn, to.postalCode",
        "'', '', 53113, Bonn, to.street"
    })
    void namesTheFieldThatIsTooLongOrMissing(String street, String house, String code, String city, String field) {
        Rejected rejected = refusal(Requests.to(
                Address.to("Änne Groß").street(street, house).city(code, city).build()));
        assertThat(rejected.faults()).extracting(f -> f.field().orElse("")).containsExactly(field);
    }

    @Test
    void aLongHouseNumberGoesIntoTheStreet() throws Exception {
        Json address = shipment(Requests.to(Address.to("Änne Groß")
                        .street("Lindenweg", "24 a/bcd-28")
                        .city("27568", "Bremerhaven")
                        .build()))
                .at("receiver")
                .at("address");
        assertThat(address.at("street").textOrEmpty()).isEqualTo("Lindenweg 24 a/bcd-28");
        assertThat(address.at("houseNumber").isPresent()).isFalse();
    }

    @Test
    void writesPhoneNumbersAsDigitsAndLeavesOutWhatIsNone() throws Exception {
        Address.Builder buyer = Address.to("Änne Groß").street("Lindenweg", "2").city("27568", "Bremerhaven");
        Json contact = shipment(Requests.to(buyer.phone("+49 (0471) 12-34/5")
                        .email("aenne@example.com")
                        .build()))
                .at("receiver")
                .at("contact");
        assertThat(contact.at("phone1").textOrEmpty()).isEqualTo("+49047112345");
        assertThat(contact.at("email").textOrEmpty()).isEqualTo("aenne@example.com");
        Order order = Order.of(
                Requests.to(buyer.phone("abends bei Krüger")
                        .email("a".repeat(45) + "@example.com")
                        .build()),
                Requests.settings());
        assertThat(order.warnings()).hasSize(2);
        assertThat(order.body().at(0).at("receiver").at("contact").isPresent()).isFalse();
    }

    @Test
    void refusesWhatDpdDoesNotDo() {
        assertThat(refusal(Requests.with(GOOD, "E10", 500, LabelPaper.PDF_A6)).code())
                .isEqualTo("product-unknown");
        assertThat(refusal(Requests.with(GOOD, "CL", 31_501, LabelPaper.PDF_A6)).faults())
                .extracting(f -> f.field().orElse(""))
                .containsExactly("parcel.weight");
        Address vienna = Address.to("Ana Huber")
                .street("Gasse", "1")
                .city("1010", "Wien")
                .country(new CountryCode("AT"))
                .build();
        assertThat(refusal(Requests.to(Requests.with(GOOD, "E12", 500, LabelPaper.PDF_A6), vienna))
                        .code())
                .isEqualTo("country-not-served");
        Address canaries = Address.to("Ana Huber")
                .street("Calle", "1")
                .city("35001", "Las Palmas")
                .country(new CountryCode("ES"))
                .build();
        assertThat(refusal(Requests.to(GOOD, canaries)).code()).isEqualTo("customs-not-offered");
        assertThat(refusal(Requests.with(GOOD, "CL", 500, LabelPaper.PDF_A6, new Service.AgeCheck(18)))
                        .code())
                .isEqualTo("service-not-offered");
        assertThat(refusal(Requests.wanting(GOOD, GOOD.reference(), true, "x")).code())
                .isEqualTo("no-return-number");
        assertThat(refusal(Requests.wanting(GOOD, "R".repeat(36), false, "x")).code())
                .isEqualTo("reference-length");
        assertThat(refusal(Requests.wanting(GOOD, GOOD.reference(), false, "o".repeat(36)))
                        .faults())
                .extracting(f -> f.field().orElse(""))
                .containsExactly("orderNumber");
    }

    @Test
    void insuresWithADescriptionThatFits() throws Exception {
        Json insurance = shipment(
                        Requests.with(GOOD, "CL", 500, LabelPaper.PDF_A6, new Service.Insurance(Money.euro("700.00"))))
                .at("parcel")
                .at(0)
                .at("insurance");
        assertThat(insurance.at("insuranceAmount").at("currency").textOrEmpty()).isEqualTo("EUR");
        assertThat(insurance.at("insuranceParcelContent").textOrEmpty()).hasSizeLessThanOrEqualTo(35);
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, 103, 199, PDF, A6",
        "PDF, 105, 148, PDF, A6",
        "PDF, 148, 210, PDF, A5",
        "PDF, 210, 297, PDF, A4",
        "ZPL, 100, 150, ZPL, A6",
        "EPL, 100, 150, EPL, A6"
    })
    void asksForTheLargestLabelThatFits(DocumentType type, int width, int height, String language, String paper)
            throws Exception {
        assertThat(PrintFormat.query(new LabelPaper(type, width, height), Requests.settings()))
                .isEqualTo("?LabelPrintFormat=" + language + "&LabelPaperFormat=" + paper);
    }

    @Test
    void refusesPaperOnWhichNoLabelFits() {
        assertThatThrownBy(() -> PrintFormat.query(new LabelPaper(DocumentType.PDF, 100, 70), Requests.settings()))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo("paper-too-small"));
        assertThatThrownBy(() -> PrintFormat.query(new LabelPaper(DocumentType.PNG, 100, 150), Requests.settings()))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.code()).isEqualTo("paper-not-offered"));
    }
}
