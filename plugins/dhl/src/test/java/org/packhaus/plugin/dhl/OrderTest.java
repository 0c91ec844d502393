package org.packhaus.plugin.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.test.FakeTools;

class OrderTest {
    private static final DhlSettings SETTINGS = FakeDhl.settings(URI.create("http://localhost"));
    private static final String LONG = "Gesellschaft für Wiederverwertung und Entsorgung mbH"; // 52

    private static Address.Builder buyer() {
        return Address.to("Änne Groß").street("Weg", "1").city("53111", "Bonn");
    }

    private static Order order(Address to) throws PluginException {
        return Order.of(Requests.to(to), SETTINGS);
    }

    private static Json consignee(Address to) throws PluginException {
        return order(to).body().at("shipments").at(0).at("consignee");
    }

    private static void assertRefused(Address to, String code, String field) {
        assertThatThrownBy(() -> order(to)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.field()).contains(field));
        });
    }

    @Test
    void writesAPurchaseAsDhlWantsIt() throws Exception {
        Order order = order(buyer().addition("Hinterhaus").build());
        assertThat(order.query())
                .isEqualTo("?mustEncode=true&includeDocs=include&combine=false&docFormat=PDF&printFormat=910-300-600"
                        + "&retourePrintFormat=910-300-600");
        assertThat(order.body()).isEqualTo(new FakeTools().parse("""
                        {"profile":"STANDARD_GRUPPENPROFIL","shipments":[{"product":"V01PAK","billingNumber":"33333333330102",
                         "refNo":"PH-0000000001","costCenter":"bwqwz7s8cx","shipDate":"2026-11-23",
                         "shipper":{"name1":"Teehaus Dachs GmbH","addressStreet":"Frankenstraße","addressHouse":"298",
                           "postalCode":"45133","city":"Essen","country":"DEU"},
                         "consignee":{"name1":"Änne Groß","name2":"Hinterhaus","addressStreet":"Weg","addressHouse":"1",
                           "postalCode":"53111","city":"Bonn","country":"DEU"},
                         "details":{"weight":{"uom":"g","value":740}},
                         "services":{"dhlRetoure":{"billingNumber":"33333333330701","refNo":"PH-0000000001",
                           "returnAddress":{"name1":"Teehaus Dachs GmbH","addressStreet":"Frankenstraße","addressHouse":"298",
                             "postalCode":"45133","city":"Essen","country":"DEU"}}}}]}
                        """));
    }

    @Test
    void leavesServicesOutWhenThereAreNone() throws Exception {
        BookingRequest plain = new BookingRequest(
                "PH-0000000001",
                "V01PAK",
                Requests.to(buyer().build()).parcel(),
                Requests.SHOP,
                buyer().build(),
                Requests.SHOP,
                java.time.LocalDate.parse("2026-11-23"),
                false,
                List.of(),
                LabelPaper.PDF_A6,
                "bwqwz7s8cx");
        assertThat(Order.of(plain, SETTINGS)
                        .body()
                        .at("shipments")
                        .at(0)
                        .at("services")
                        .isPresent())
                .isFalse();
    }

    @Test
    void breaksLongNamesBetweenWordsIntoThreeLines() throws Exception {
        Json consignee = consignee(buyer().company(LONG).build());
        assertThat(consignee.at("name1").textOrEmpty()).isEqualTo("Gesellschaft für Wiederverwertung und Entsorgung");
        assertThat(consignee.at("name2").textOrEmpty()).isEqualTo("mbH");
        assertThat(consignee.at("name3").textOrEmpty()).isEqualTo("Änne Groß");
    }

    @Test
    void refusesByNameWhatFitsNowhereAndCutsNothing() {
        assertRefused(buyer().company(LONG).addition("Hinterhaus").build(), "text-too-long", "to.addition");
        assertRefused(buyer().addition("x".repeat(51)).build(), "text-too-long", "to.addition");
        assertRefused(buyer().street("x".repeat(51), "1").build(), "text-too-long", "to.street");
        assertRefused(buyer().city("53111", "x".repeat(41)).build(), "text-too-long", "to.city");
        assertRefused(buyer().city("53 111!", "Bonn").build(), "postal-code-invalid", "to.postalCode");
        assertRefused(buyer().city("", "Bonn").build(), "postal-code-invalid", "to.postalCode");
        assertRefused(buyer().street("", "1").build(), "street-missing", "to.street");
        assertRefused(Address.to("").street("Weg", "1").city("53111", "Bonn").build(), "name-missing", "to.person");
        assertRefused(
                buyer().street("Straße der Deutsch-Sowjetischen Freundschaft", "12-14 Haus B")
                        .build(),
                "text-too-long",
                "to.houseNumber");
    }

    @Test
    void movesALongHouseNumberIntoTheStreet() throws Exception {
        Json consignee = consignee(buyer().street("Weg", "12-14 Haus B").build());
        assertThat(consignee.at("addressStreet").textOrEmpty()).isEqualTo("Weg 12-14 Haus B");
        assertThat(consignee.at("addressHouse").isPresent()).isFalse();
    }

    @Test
    void takesTheNumberInTheStreetAsItIs() throws Exception {
        Json consignee = consignee(buyer().street("Hauptstr. 12 b", "").build());
        assertThat(consignee.at("addressStreet").textOrEmpty()).isEqualTo("Hauptstr. 12 b");
        assertThat(consignee.at("addressHouse").isPresent()).isFalse();
    }

    @Test
    void writesALockerAndAnOutletInTheirOwnShape() throws Exception {
        assertThat(consignee(buyer().addition("Postnummer 12345678")
                        .street("Packstation", "105")
                        .build()))
                .isEqualTo(new FakeTools().parse("""
                        {"name":"Änne Groß","lockerID":105,"postNumber":"12345678","postalCode":"53111","city":"Bonn","country":"DEU"}
                        """));
        assertThat(consignee(buyer().street("Postfiliale 518", "")
                        .email("a@example.com")
                        .build()))
                .isEqualTo(new FakeTools().parse("""
                        {"name":"Änne Groß","retailID":518,"email":"a@example.com","postalCode":"53111","city":"Bonn","country":"DEU"}
                        """));
    }

    @Test
    void demandsWhatALockerOrOutletNeeds() {
        assertRefused(buyer().street("Packstation", "105").build(), "post-number-missing", "to.addition");
        assertRefused(buyer().street("Postfiliale", "518").build(), "post-number-missing", "to.addition");
        assertRefused(buyer().addition("12345678").street("Postfiliale", "105").build(), "outlet-unknown", "to.street");
        assertRefused(
                Address.to("12345678")
                        .street("Packstation", "105")
                        .city("53111", "Bonn")
                        .build(),
                "name-missing",
                "to.person");
    }

    @Test
    void saysWhatALockerLabelLeavesOut() throws Exception {
        assertThat(order(buyer().company("Teehaus GmbH")
                                .addition("DHL Postnr. 12345678")
                                .street("Packstation", "105")
                                .build())
                        .warnings())
                .singleElement()
                .asString()
                .endsWith("Teehaus GmbH");
        assertThat(order(buyer().addition("12345678")
                                .street("Packstation", "105")
                                .build())
                        .warnings())
                .isEmpty();
    }

    @Test
    void takesThePostNumberOutOfTheName() throws Exception {
        Json consignee = consignee(Address.to("Änne Groß 12345678")
                .street("Packstation", "105")
                .city("53111", "Bonn")
                .build());
        assertThat(consignee.at("name").textOrEmpty()).isEqualTo("Änne Groß");
        assertThat(consignee.at("postNumber").textOrEmpty()).isEqualTo("12345678");
    }

    @Test
    void tellsDhlNoPhoneNumberWithinGermany() throws Exception {
        assertThat(consignee(buyer().phone("0228 1").build()).at("phone").isPresent())
                .isFalse();
        BookingRequest abroad = new BookingRequest(
                "PH-0000000001",
                "V53WPAK",
                Requests.to(buyer().build()).parcel(),
                Requests.SHOP,
                buyer().country(new CountryCode("AT"))
                        .city("1010", "Wien")
                        .phone("+43 1 1")
                        .build(),
                Requests.SHOP,
                java.time.LocalDate.parse("2026-11-23"),
                false,
                List.of(),
                LabelPaper.PDF_A6,
                "bwqwz7s8cx");
        DhlSettings international = FakeDhl.worldwide(URI.create("http://localhost"), DhlSettings.TrackingBy.PARCEL_DE);
        Order order = Order.of(abroad, international);
        Json shipment = order.body().at("shipments").at(0);
        assertThat(shipment.at("consignee").at("phone").textOrEmpty()).isEqualTo("+43 1 1");
        assertThat(shipment.at("services").isPresent())
                .as("GoGreen Plus is for Germany, and a parcel within the Union passes no customs")
                .isFalse();
        assertThat(shipment.at("customs").isPresent()).isFalse();
        assertThat(order.body().at("profile").textOrEmpty()).isEqualTo("MEIN_PROFIL");
        assertThat(order.query()).contains("mustEncode=false").contains("printFormat=910-300-300");
        assertThatThrownBy(() -> Order.of(abroad, SETTINGS))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("billingNumberInternational"));
    }

    @ParameterizedTest
    @CsvSource({
        "V01PAK, 31501, too-heavy",
        "V62KP, 1001, too-heavy",
        "V53WPAK, 500, country-not-served",
        "V99XXX, 500, product-unknown",
    })
    void refusesWhatTheProductDoesNotDo(String product, int grams, String code) {
        BookingRequest request = Requests.with(Requests.to(buyer().build()), product, grams, LabelPaper.PDF_103_X_199);
        assertThatThrownBy(() -> Order.of(request, SETTINGS))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refusesServicesTheProductDoesNotHave() {
        BookingRequest request = Requests.with(
                Requests.to(buyer().build()),
                "V62KP",
                500,
                LabelPaper.PDF_103_X_199,
                new Service.Plain(Service.Kind.SIGNATURE));
        assertThatThrownBy(() -> Order.of(request, SETTINGS))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("service-not-offered"));
    }

    @ParameterizedTest
    @CsvSource({
        "103, 199, 910-300-600",
        "103, 150, 910-300-400",
        "100, 150, 910-300-400",
        "102, 152, 910-300-400",
        "105, 148, 910-300-300",
        "105, 205, 910-300-700",
        "105, 208, 910-300-710",
        "210, 297, A4",
    })
    void choosesTheFormatThatFillsThePaper(int width, int height, String code) throws Exception {
        assertThat(PrintFormat.on(new LabelPaper(DocumentType.PDF, width, height), DhlProduct.V01PAK)
                        .code())
                .isEqualTo(code);
    }

    @Test
    void printsSmallLabelsForKleinpaketOnlyAndNeverScales() throws Exception {
        LabelPaper small = new LabelPaper(DocumentType.ZPL, 100, 70);
        assertThat(PrintFormat.on(small, DhlProduct.V62KP).code()).isEqualTo("100x70mm");
        assertThatThrownBy(() -> PrintFormat.on(small, DhlProduct.V01PAK))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("paper-too-small"));
        assertThatThrownBy(() -> PrintFormat.docFormat(new LabelPaper(DocumentType.EPL, 100, 150)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("paper-not-offered"));
    }
}
