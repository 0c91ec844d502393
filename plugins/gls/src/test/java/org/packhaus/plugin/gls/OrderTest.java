package org.packhaus.plugin.gls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.test.FakeTools;

class OrderTest {
    private static final GlsSettings SETTINGS = FakeGls.settings(URI.create("http://localhost"));
    private static final String LONG = "Gesellschaft für Wiederverwertung und Entsorgung mbH"; // 52

    private static Address.Builder buyer() {
        return Address.to("Änne Groß").street("Weg", "1").city("53111", "Bonn");
    }

    private static Order order(BookingRequest request) throws Rejected {
        return Order.of(request, SETTINGS);
    }

    private static Json consignee(Address to) throws Rejected {
        return order(Requests.to(to)).body().at("Shipment").at("Consignee").at("Address");
    }

    private static void assertRefused(BookingRequest request, String code, String field) {
        assertThatThrownBy(() -> order(request)).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo(code);
            assertThat(rejected.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.field()).contains(field));
        });
    }

    @Test
    void writesAPurchaseAsGlsWantsIt() throws Exception {
        Order order = order(Requests.to(
                buyer().addition("Hinterhaus").email("a@example.com").build()));
        assertThat(order.body()).isEqualTo(new FakeTools().parse("""
                        {"Shipment":{"ShipmentReference":["PH-0000000001"],"ShippingDate":"2026-11-23","Middleware":"Packhaus","Product":"PARCEL",
                          "Consignee":{"Category":"PRIVATE","Address":{"Name1":"Änne Groß","Name2":"Hinterhaus","CountryCode":"DE","ZIPCode":"53111",
                            "City":"Bonn","Street":"Weg","StreetNumber":"1","eMail":"a@example.com"}},
                          "Shipper":{"ContactID":"276a45fkqM","AlternativeShipperAddress":{"Name1":"Teehaus Dachs GmbH","CountryCode":"DE",
                            "ZIPCode":"45133","City":"Essen","Street":"Frankenstraße","StreetNumber":"298"}},
                          "ShipmentUnit":[{"ShipmentUnitReference":["bwqwz7s8cx"],"Weight":0.74}],
                          "Service":[{"Service":{"ServiceName":"service_flexdelivery"}},
                            {"ShopReturn":{"ServiceName":"service_shopreturn","NumberOfLabels":1}}]},
                         "PrintingOptions":{"ReturnLabels":{"TemplateSet":"NONE","LabelFormat":"PDF"}}}
                        """));
    }

    @Test
    void asksForFlexDeliveryOnlyWhereTheBuyerCanBeWrittenTo() throws Exception {
        assertThat(order(Requests.to(buyer().build())).body().toString()).doesNotContain("flexdelivery");
        GlsSettings without = new GlsSettings(
                "gls-app", Secret.of("s3cret"), "276a45fkqM", false, Optional.empty(), Optional.empty());
        assertThat(Order.of(Requests.to(buyer().email("a@example.com").build()), without)
                        .body()
                        .toString())
                .doesNotContain("flexdelivery");
    }

    @Test
    void namesAnotherReturnAddressOnlyIfThereIsOne() throws Exception {
        BookingRequest request = Requests.to(buyer().build());
        assertThat(order(request).body().at("Shipment").at("Return").isPresent())
                .isFalse();
        BookingRequest elsewhere = Requests.returnTo(
                request,
                Address.to("Lager").street("Halle", "7").city("45133", "Essen").build());
        assertThat(order(elsewhere)
                        .body()
                        .at("Shipment")
                        .at("Return")
                        .at("Address")
                        .at("Street")
                        .text())
                .contains("Halle");
    }

    @Test
    void breaksLongNamesBetweenWordsIntoThreeLines() throws Exception {
        Json consignee = consignee(buyer().company(LONG).build());
        assertThat(consignee.at("Name1").text()).contains("Gesellschaft für Wiederverwertung und");
        assertThat(consignee.at("Name2").text()).contains("Entsorgung mbH");
        assertThat(consignee.at("Name3").text()).contains("Änne Groß");
    }

    @Test
    void refusesByNameWhatFitsNowhereAndCutsNothing() {
        assertRefused(
                Requests.to(buyer().company(LONG).addition("Hinterhaus").build()), "text-too-long", "to.addition");
        assertRefused(Requests.to(buyer().addition("x".repeat(41)).build()), "text-too-long", "to.addition");
        assertRefused(Requests.to(buyer().street("x".repeat(41), "1").build()), "text-too-long", "to.street");
        assertRefused(Requests.to(buyer().city("53111", "x".repeat(41)).build()), "text-too-long", "to.city");
        assertRefused(Requests.to(buyer().city("", "Bonn").build()), "postal-code-invalid", "to.postalCode");
        assertRefused(Requests.to(buyer().email("a".repeat(70) + "@example.com").build()), "text-too-long", "to.email");
        assertRefused(
                Requests.to(Address.to("陈伟")
                        .street("Weg", "1")
                        .city("53111", "Bonn")
                        .build()),
                "letters-not-writable",
                "to.person");
        assertRefused(Requests.to(buyer().country(new CountryCode("CH")).build()), "country-not-served", "to.country");
        assertRefused(
                Requests.to(buyer().country(new CountryCode("ES"))
                        .city("35001", "Las Palmas")
                        .build()),
                "customs-not-offered",
                "to.postalCode");
        BookingRequest request = Requests.to(buyer().build());
        assertRefused(Requests.with(request, 40_001, request.paper()), "too-heavy", "parcel.weight");
        assertRefused(
                Requests.with(request, 500, request.paper(), new Service.AgeCheck(18)),
                "service-not-offered",
                "services");
    }

    @ParameterizedTest
    @CsvSource({"2000, 200, 300, true", "2001, 200, 200, false", "900, 810, 100, false", "1500, 500, 400, false"})
    void knowsWhatIsTooLarge(int length, int width, int height, boolean fits) {
        assertThat(GlsProduct.fits(Dimensions.ofSides(length, width, height))).isEqualTo(fits);
    }

    @Test
    void saysWhatIsPrintedInOtherLetters() throws Exception {
        Order order = order(Requests.to(
                Address.to("Жуков").street("Weg", "1").city("53111", "Bonn").build()));
        assertThat(order.warnings())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("Жуков").contains("Zhukov"));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '=', textBlock = """
            Nordlicht, Yachtservice (Kiel) = Nordlicht / Yachtservice / Kiel
            Hinterhaus; 3. OG              = Hinterhaus / 3. OG
            (Klingel: "Meier")             = Klingel: 'Meier'
            A\\B|C {D}                     = A / B / C / D
            Müller, (Büro)                 = Müller / Büro
            Müller                         = Müller
            12/14 a                        = 12/14 a
            """)
    void writesSignsGlsForbidsInOthers(String written, String sent) {
        assertThat(Party.plain(written)).isEqualTo(sent);
    }

    @Test
    void refusesDhlsLockersAndOutletsAndSaysWhatToDo() {
        for (String street : new String[] {"Packstation 105", "Postfiliale 518"}) {
            BookingRequest request = Requests.to(Address.to("Maria Musterfrau")
                    .addition("12345678")
                    .street(street, "")
                    .city("53111", "Bonn")
                    .build());
            assertRefused(request, "pickup-point-not-served", "to.street");
            assertThatThrownBy(() -> order(request))
                    .hasMessageContaining(street)
                    .hasMessageContaining("Send the parcel with DHL")
                    .hasMessageContaining("street address");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.1", "100, 0.1", "740, 0.74", "741, 0.75", "1000, 1", "39991, 40"})
    void roundsWeightsUp(int grams, String kilograms) throws Exception {
        BookingRequest request = Requests.to(buyer().build());
        assertThat(order(Requests.with(request, grams, request.paper()))
                        .body()
                        .at("Shipment")
                        .at("ShipmentUnit")
                        .at(0)
                        .at("Weight")
                        .text())
                .contains(kilograms);
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, 103, 199, false, NONE, PDF",
        "PDF, 210, 297, true, NONE, PDF",
        "ZPL, 100, 150, false, ZPL_200, ZEBRA",
        "ZPL, 100, 150, true, ZPL_300, ZEBRA",
        "PNG, 105, 148, false, NONE, PNG",
    })
    void printsInThePapersLanguage(
            DocumentType type, int width, int height, boolean fine, String template, String format) throws Exception {
        GlsSettings settings = new GlsSettings(
                "gls-app",
                Secret.of("s3cret"),
                "276a45fkqM",
                false,
                Optional.of(fine ? GlsSettings.Zebra.DPI_300 : GlsSettings.Zebra.DPI_203),
                Optional.empty());
        Json labels = PrintFormat.on(new LabelPaper(type, width, height), settings)
                .json()
                .at("ReturnLabels");
        assertThat(labels.at("TemplateSet").text()).contains(template);
        assertThat(labels.at("LabelFormat").text()).contains(format);
    }

    @Test
    void refusesPaperGlsDoesNotPrintOn() {
        BookingRequest request = Requests.to(buyer().build());
        assertRefused(
                Requests.with(request, 500, new LabelPaper(DocumentType.EPL, 100, 150)), "paper-not-offered", "paper");
        assertRefused(
                Requests.with(request, 500, new LabelPaper(DocumentType.PDF, 100, 70)), "paper-too-small", "paper");
    }

    @Test
    void leavesParcelsAtAnAgreedPlace() throws Exception {
        BookingRequest request = Requests.to(buyer().email("a@example.com").build());
        String sent = order(Requests.with(request, 500, request.paper(), new Service.PreferredLocation("Garage")))
                .body()
                .toString();
        assertThat(sent).contains("service_deposit").contains("Garage").doesNotContain("flexdelivery");
    }
}
