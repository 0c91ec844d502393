package org.packhaus.plugin.gls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class GlsAnswersTest {
    private static final String PDF = "JVBERi0xLjQ=";
    private static final String SOLD =
            "{\"CreatedShipment\":{\"ParcelData\":[%s],\"PrintData\":[%s],\"CustomerID\":\"1\",\"PickupLocation\":\"x\"}}";
    private static final String PARCEL = "{\"TrackID\":\"ABCD1234\",\"ParcelNumber\":\"202800020052\"}";
    private static final String BACK = "{\"TrackID\":\"ABCD1235\",\"ParcelNumber\":\"366310000017\"}";

    private final FakeTools tools = new FakeTools();
    private final ScriptedServer server = ScriptedServer.start();
    private final GlsCarrier gls = new GlsCarrier(tools);
    private final GlsSettings settings = FakeGls.settings(server.uri());
    private final BookingRequest request = Requests.to(
            Address.to("Änne Groß").street("Weg", "1").city("53111", "Bonn").build());

    @BeforeEach
    void teach() {
        new FakeGls().teach(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Booking bookAnswered(Reply reply) throws PluginException {
        server.on("POST", FakeGls.SHIPMENTS, call -> reply);
        return gls.book(request, settings);
    }

    private Booking bookSold(String parcels, String documents) throws PluginException {
        return bookAnswered(Reply.text(200, "application/glsVersion1+json", SOLD.formatted(parcels, documents)));
    }

    private static String document(String format, String... data) {
        return "{\"LabelFormat\":\"" + format + "\",\"Data\":[\"" + String.join("\",\"", data) + "\"]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shipment.Consignee.Address.Name1                   | to.person
            Shipment.Consignee.Address.Name3                   | to.addition
            Shipment.Consignee.Address.ZIPCode                 | to.postalCode
            Shipment.Consignee.Address.Zipcode                 | to.postalCode
            Shipment.Consignee.Address.StreetNumber            | to.houseNumber
            Shipment.Consignee.Address.eMail                   | to.email
            Shipment.Consignee.Address.CountryCode             | to.country
            Shipment.Shipper.AlternativeShipperAddress.City    | from.city
            Shipment.Shipper.Address.Street                    | from.street
            Shipment.Return.Address.Name2                      | returnTo.addition
            Shipment.ShipmentUnit[0].Weight                    | parcel.weight
            Shipment.ShipmentReference[0]                      | reference
            Shipment.Service[0].ServiceName                    | services
            Shipment.ShippingDate                              | shipDate
            Shipment.Product                                   | product
            PrintingOptions.ReturnLabels.TemplateSet           | paper
            """)
    void readsFromTheHeadersWhichFieldIsWrong(String path, String field) {
        String message = "Invalid field " + path + ". Value x is not a valid value. Value is too long. Maximum is 40";
        assertThatThrownBy(() -> bookAnswered(FakeGls.refusal("INVALID_FIELD_VALUE", message)))
                .isInstanceOfSatisfying(Rejected.class, e -> {
                    assertThat(e.faults()).containsExactly(Rejected.Fault.of(field, message));
                    assertThat(e.text()).contains("bwqwz7s8cx").contains("Maximum is 40");
                });
    }

    @Test
    void aRefusalWithoutAnyWordsIsStillOne() {
        assertThatThrownBy(() -> bookAnswered(Reply.of(400)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("HTTP 400");
    }

    @Test
    void aRefusedContactIsTheSettingsFault() {
        assertThatThrownBy(() -> bookAnswered(FakeGls.refusal(
                        "INVALID_FIELD_VALUE", "Invalid field Shipment.Shipper.ContactID. Value x is not valid")))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("contactId"));
    }

    @Test
    void aBackendThatIsSwitchedOffDidNothing() {
        assertThatThrownBy(() -> bookAnswered(Reply.of(490))).isInstanceOf(Unavailable.class);
    }

    @Test
    void theFirstParcelIsTheParcelTheSecondItsWayBack() throws Exception {
        Booking booking = bookSold(PARCEL + "," + BACK, document("PDF", PDF) + "," + document("PDF", PDF));
        assertThat(booking.trackingNumber()).isEqualTo("202800020052");
        assertThat(booking.returnNumber().orElseThrow().number()).isEqualTo("366310000017");
        assertThat(booking.returnNumber().orElseThrow().carrierCode()).isEqualTo("GLS");
        assertThat(booking.documents())
                .extracting(CarrierDocument::kind)
                .containsExactly(CarrierDocument.Kind.LABEL, CarrierDocument.Kind.RETURN_LABEL);
        assertThat(bookSold(PARCEL + "," + BACK, document("PDF", PDF, PDF)).documents())
                .as("two files in one document")
                .hasSize(2);
    }

    @Test
    void saysWhatIsOddAboutAReturn() throws Exception {
        assertThat(bookSold(PARCEL, document("PDF", PDF)).warnings())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("without a return number"));
        assertThat(bookSold(PARCEL + "," + BACK, document("PDF", PDF)).warnings())
                .singleElement()
                .satisfies(text -> assertThat(text).contains("in one file"));
    }

    @Test
    void takesPrinterCommandsWithAndWithoutBase64() throws Exception {
        for (String data : new String[] {"^XA^XZ", "XlhBXlha"}) {
            CarrierDocument label =
                    bookSold(PARCEL, document("ZEBRA", data)).documents().getFirst();
            assertThat(label.type()).isEqualTo(DocumentType.ZPL);
            assertThat(new String(label.content(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("^XA^XZ");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            {"CreatedShipment":{}}
            {"CreatedShipment":{"ParcelData":[{"TrackID":"ABCD1234"}],"PrintData":[{"LabelFormat":"PDF","Data":["JVBERi0xLjQ="]}]}}
            {"CreatedShipment":{"ParcelData":[{"ParcelNumber":"202800020052"}]}}
            {"CreatedShipment":{"ParcelData":[{"ParcelNumber":"202800020052"}],"PrintData":[{"LabelFormat":"PDF","Data":["***"]}]}}
            {"CreatedShipment":{"ParcelData":[{"ParcelNumber":"202800020052"}],"PrintData":[{"LabelFormat":"TOSHIBA","Data":["JVBERi0xLjQ="]}]}}
            """)
    void aSaleWithoutNumberOrLabelIsUnclear(String body) {
        assertThatThrownBy(() -> bookAnswered(Reply.text(200, "application/glsVersion1+json", body)))
                .isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource({"SCANNED, too-late", "ERROR, refused-by-carrier"})
    void saysWhyALabelIsNotTakenBack(String result, String code) throws Exception {
        String number = gls.book(request, settings).trackingNumber();
        server.on(
                "POST",
                FakeGls.SHIPMENTS + "/cancel/*",
                call -> Reply.text(
                        200, "application/json", "{\"TrackID\":\"ABCD1234\",\"Result\":\"" + result + "\"}"));
        assertThatThrownBy(() -> gls.cancel(number, settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void cancelsByTheTrackIdThatAReprintTells() throws Exception {
        String number = gls.book(request, settings).trackingNumber();
        gls.cancel(number, settings);
        Call reprint = server.calls("POST", FakeGls.REPRINT).getFirst();
        assertThat(reprint.json().at("ParcelNumber").text()).contains(number);
        assertThat(reprint.json().at("ReturnOptions").at("ReturnPrintData").text())
                .contains("false");
        assertThat(server.calls("POST", FakeGls.SHIPMENTS + "/cancel/*"))
                .singleElement()
                .satisfies(call -> assertThat(call.path()).matches(".*/cancel/[A-Z0-9]{8}"));
    }

    @Test
    void asksNobodyAboutNumbersThatAreNotGlss() throws Exception {
        assertThat(gls.fetch("00340434161094015902", LabelPaper.PDF_A6, settings))
                .isEmpty();
        assertThat(gls.cancel("1Z410E7W0392751591", settings))
                .isEqualTo(org.packhaus.sdk.Cancellation.Cancelled.UNKNOWN_NUMBER);
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void closesTheDayInGermany() throws Exception {
        FakeTools midnight = new FakeTools(java.time.Instant.parse("2026-11-24T23:30:00Z"));
        server.on("POST", FakeGls.SHIPMENTS + "/endofday", call -> Reply.text(200, "application/json", "{}"));
        assertThat(new GlsCarrier(midnight).close(java.util.List.of("202800020052"), settings))
                .isEmpty();
        assertThat(server.calls("POST", FakeGls.SHIPMENTS + "/endofday")
                        .getFirst()
                        .parameter("date"))
                .isEqualTo("2026-11-25");
        assertThat(gls.isMandatory()).isTrue();
    }

    @Test
    void speaksGlssMediaType() throws Exception {
        gls.book(request, settings);
        Call call = server.calls("POST", FakeGls.SHIPMENTS).getFirst();
        assertThat(call.header("Content-Type")).contains("application/glsVersion1+json");
        assertThat(call.header("Accept")).contains("application/glsVersion1+json");
    }

    @Test
    void anOldTokenIsRenewedOnceAndAFreshOneNever() throws Exception {
        gls.book(request, settings);
        server.once("POST", FakeGls.SHIPMENTS, reply -> FakeGls.fault(401, "The Token has expired"));
        gls.book(request, settings);
        assertThat(server.calls("POST", FakeGls.TOKEN)).hasSize(2);
        tools.advance(Duration.ofSeconds(14_400));
        gls.book(request, settings);
        assertThat(server.calls("POST", FakeGls.TOKEN)).hasSize(3);
        server.on("POST", FakeGls.SHIPMENTS, call -> Reply.of(401));
        GlsCarrier fresh = new GlsCarrier(tools);
        int before = server.calls("POST", FakeGls.SHIPMENTS).size();
        assertThatThrownBy(() -> fresh.book(request, settings)).isInstanceOf(InvalidSettings.class);
        assertThat(server.calls("POST", FakeGls.SHIPMENTS)).hasSize(before + 1);
    }
}
