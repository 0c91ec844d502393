package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sandbox.world.CheckDigit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Hermes's interface: sign-in, orders, labels, returns, tracking, and what it refuses. */
class HermesOrdersTest extends SandboxTest {
    private static final String ACCEPT_ZPL = "application/shippinglabel-zpl+json;dpi=";
    /** The document discriminates by a property that it forgot to make required. */
    private static final String BROKEN = "(?m)^ {6}discriminator:\\R(?: {8}.*\\R)+";

    private final HermesClient hermes = new HermesClient(control);

    private JsonNode sell(ObjectNode order, String... headers) {
        Answer answer = hermes.signIn("kiefer-tau").post(HermesClient.ORDERS + "/labels", order, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static byte[] label(JsonNode sold, String name) {
        return Base64.getDecoder().decode(sold.path(name).asString());
    }

    private static String scan(BufferedImage picture, BarcodeFormat format) throws Exception {
        Map<DecodeHintType, ?> hints =
                Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))), hints)
                .getText();
    }

    private static BufferedImage picture(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 203);
        }
    }

    @Test
    void aScannerReadsTheNumberOfEachOfFiftyLabels() throws Exception {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            JsonNode sold = sell(HermesClient.order("reference-" + i));
            String number = sold.path("shipmentID").asString();
            assertThat(scan(picture(label(sold, "labelImage")), BarcodeFormat.ITF))
                    .isEqualTo(number);
            numbers.add(number);
        }
        assertThat(numbers)
                .hasSize(50)
                .allMatch(number -> number.matches("\\d{14}"))
                .allMatch(number -> CheckDigit.gs1(number.substring(0, 13)).equals(number));
        JsonNode charges = control.get("/sandbox/charges?seller=kiefer-tau").json();
        assertThat(charges).hasSize(50);
        assertThat(charges.path(0).path("carrier").asString()).isEqualTo("HERMES");
    }

    @Test
    void namesStandOnTheLabelAsTheyWereSent() throws Exception {
        ObjectNode order = HermesClient.order("reference-1");
        ((ObjectNode) order.path("receiverAddress")).put("addressAddition2", "Haus Łódź");
        try (PDDocument document = Loader.loadPDF(label(sell(order), "labelImage"))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Änne Groß",
                            "Haus Łódź",
                            "Große Bleichen 12 b",
                            "53111 Bonn",
                            "Kiefer & Tau GmbH",
                            "1,85 kg");
        }
    }

    @Test
    void acceptNegotiatesTheLabel() {
        JsonNode small = sell(HermesClient.order("r"), "Accept", ACCEPT_ZPL + "203;reset=false");
        assertThat(small.path("labelMediatype").asString()).isEqualTo("text/zpl");
        assertThat(new String(label(small, "labelImage"), StandardCharsets.UTF_8))
                .contains("^PW800", "^B2");
        assertThat(new String(
                        label(sell(HermesClient.order("r"), "Accept", ACCEPT_ZPL + "300"), "labelImage"),
                        StandardCharsets.UTF_8))
                .contains("^PW1200");
        JsonNode data = sell(HermesClient.order("r"), "Accept", "application/shippinglabel-data+json");
        assertThat(data.has("labelImage")).isFalse();
        assertThat(data.at("/shipmentLabelData/entities/0/value").asString())
                .isEqualTo(data.path("shipmentID").asString());
        for (String wrong : List.of("image/png", ACCEPT_ZPL + "600", "application/x-qrcode-png+json")) {
            assertThat(hermes.post(HermesClient.ORDERS + "/labels", HermesClient.order("r"), "Accept", wrong)
                            .status())
                    .as(wrong)
                    .isEqualTo(415);
        }
        assertThat(hermes.post(
                                HermesClient.ORDERS + "/labels",
                                HermesClient.order("r"),
                                "Content-Type",
                                "application/xml")
                        .text())
                .contains("e096");
    }

    @Test
    void aLabelIsMadeOnceAndAnOrderIsNeverTakenBack() {
        hermes.signIn("kiefer-tau");
        String id = hermes.post(HermesClient.ORDERS, HermesClient.order("r"))
                .json()
                .path("shipmentOrderID")
                .asString();
        assertThat(id).matches("\\d{11}");
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
        String path = HermesClient.ORDERS + "/" + id + "/labels";
        Answer first = hermes.post(path, HermesClient.object());
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(hermes.post(path, HermesClient.object()).text()).contains("e018");
        assertThat(hermes.delete(HermesClient.ORDERS + "/" + id).status()).isEqualTo(405);
        assertThat(hermes.get(HermesClient.ORDERS).text())
                .contains("\"PLACED\"", first.json().path("shipmentID").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "/receiverName, lastname, , e002, receiverName.lastname",
        "/receiverAddress, zipCode, 5311, e001, receiverAddress.zipCode",
        "/receiverAddress, zipCode, 99999, e001, receiverAddress.zipCode",
        "/receiverAddress, houseNumber, 12-14b, e001, receiverAddress.houseNumber",
        "/receiverAddress, town, Żółć ж, e001, receiverAddress.town",
        "/receiverAddress, street, Rue de l´Eglise, e001, receiverAddress.street",
        "/receiverAddress, street, 12345678901234567890123456789012345678901234567890, e071, street",
        "/receiverAddress, countryCode, FR, e005, country",
        "/parcel, parcelClass, XXL, e001, parcelClass",
        "/parcel, productType, BIKE, e072, product",
    })
    void refusesWhatTheDocumentForbids(String part, String field, String value, String code, String named) {
        ObjectNode order = HermesClient.order("r");
        if (value == null) {
            ((ObjectNode) order.at(part)).remove(field);
        } else {
            ((ObjectNode) order.at(part)).put(field, value);
        }
        Answer answer = hermes.signIn("kiefer-tau").post(HermesClient.ORDERS + "/labels", order);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("\"" + code + "\"", named);
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @Test
    void refusesTooHeavyParcels() {
        ObjectNode order = HermesClient.order("r");
        ((ObjectNode) order.path("parcel")).put("parcelWeight", 31_501);
        assertThat(hermes.signIn("kiefer-tau")
                        .post(HermesClient.ORDERS + "/labels", order)
                        .text())
                .contains("e067");
    }

    @Test
    void sellsReturnsByAddressAndByParcel() throws Exception {
        JsonNode out = sell(HermesClient.order("r"));
        ObjectNode byParcel =
                HermesClient.object().put("shipmentID", out.path("shipmentID").asString());
        JsonNode back = hermes.post(HermesClient.RETURNS + "/labels", byParcel).json();
        assertThat(back.path("returnOrderID").asString()).matches("\\d{11}");
        assertThat(scan(picture(label(back, "shippinglabel")), BarcodeFormat.ITF))
                .isEqualTo(back.path("shipmentID").asString());
        ObjectNode byAddress = HermesClient.object();
        byAddress.set("senderName", HermesClient.order("r").path("receiverName"));
        byAddress.set("senderAddress", HermesClient.order("r").path("receiverAddress"));
        JsonNode code = hermes.post(
                        HermesClient.RETURNS + "/labels", byAddress, "Accept", "application/x-qrcode-png+json")
                .json();
        assertThat(scan(ImageIO.read(new ByteArrayInputStream(label(code, "qrcode"))), BarcodeFormat.QR_CODE))
                .isEqualTo(code.path("shipmentID").asString());
        assertThat(hermes.post(HermesClient.RETURNS + "/labels", HermesClient.object())
                        .text())
                .contains("e046");
        assertThat(control.get("/sandbox/charges").text()).contains("\"RETURN\"");
    }

    @Test
    void tokensRunOutAndAreRenewed() {
        JsonNode first = hermes.token("kiefer-tau", Map.of()).json();
        assertThat(first.path("expires_in").asString()).isEqualTo("3600");
        hermes.signIn("kiefer-tau");
        control.post("/sandbox/advance?hours=2", "");
        Answer late = hermes.post(HermesClient.ORDERS + "/labels", HermesClient.order("r"));
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.text()).contains("access_denied");
        assertThat(hermes.get("/services/hsi/shipmentinfo?shipmentID=1").text()).contains("e903");
        Map<String, String> refresh = Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                first.path("refresh_token").asString());
        assertThat(hermes.token("kiefer-tau", refresh).status()).isEqualTo(200);
        assertThat(hermes.token("kiefer-tau", refresh).text()).contains("invalid_grant");
        assertThat(hermes.token("kiefer-tau", Map.of("client_secret", "x")).status())
                .isEqualTo(401);
        assertThat(hermes.token("kiefer-tau", Map.of("password", "x")).status()).isEqualTo(400);
        assertThat(hermes.token("kiefer-tau", Map.of("grant_type", "implicit")).text())
                .contains("unsupported_grant_type");
        control.post("/sandbox/credentials?seller=kiefer-tau&system=hermes&valid=false", "");
        assertThat(hermes.token("kiefer-tau", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void tellsWhereParcelsAre() {
        String number =
                sell(HermesClient.order("my-reference")).path("shipmentID").asString();
        control.post("/sandbox/advance?hours=100", "");
        hermes.signIn("kiefer-tau");
        JsonNode info = hermes.get("/services/hsi/shipmentinfo?shipmentID=" + number + "&shipmentID=4711")
                .json()
                .path("shipmentinfo");
        assertThat(info.path(0).path("status")).hasSizeGreaterThan(4);
        assertThat(info.path(0).path("status").path(0).path("code").asString()).matches("\\d{4}|\\d{9}");
        assertThat(info.path(1).at("/result/code").asString()).isEqualTo("e001");
        String client = control.seller("kiefer-tau").at("/hermes/client").asString();
        assertThat(hermes.get("/services/hsi/shipmentinfo?clientID=" + client + "&clientReference=my-reference")
                        .text())
                .contains(number);
        assertThat(hermes.signIn("wolkensprung")
                        .get("/services/hsi/shipmentinfo?shipmentID=" + number)
                        .text())
                .contains("e001");
    }

    @Test
    void answersAsTheDocumentsSay() {
        Optional<Specification> orders =
                Specification.findWithout(BROKEN, "hermes/hsi-order-api.yaml", "/services/hsi");
        Optional<Specification> status = Specification.find("hermes/hsi-shipment-status.yaml", "/services/hsi");
        assumeTrue(
                orders.isPresent() && status.isPresent(),
                "SKIPPED: no OpenAPI documents of Hermes on this machine (set PACKHAUS_SPECS)");
        Caller caller = stranger();
        HermesClient client = new HermesClient(caller);
        client.signIn("kiefer-tau");
        String order = HermesClient.ORDERS + "/labels";
        Consumer<String> ask = accept -> client.post(order, HermesClient.order("r"), "Accept", accept);
        caller.listen(orders.get());
        ask.accept("application/shippinglabel-pdf+json");
        ask.accept("application/shippinglabel-pdf-data+json");
        ask.accept("application/shippinglabel-data+json");
        ask.accept("image/png");
        String id = client.post(HermesClient.ORDERS, HermesClient.order("r"))
                .json()
                .path("shipmentOrderID")
                .asString();
        client.post(order, HermesClient.object());
        client.get(HermesClient.ORDERS + "?shipmentOrderID=" + id);
        ObjectNode back = HermesClient.object().put("shipmentOrderID", id);
        client.post(HermesClient.RETURNS + "/labels", back);
        new HermesClient(caller).post(order, HermesClient.order("r"));
        control.post("/sandbox/faults", "[{\"operation\":\"hermes.*\",\"kind\":\"500\",\"rate\":1}]");
        client.post(order, HermesClient.order("r"));
        control.post("/sandbox/faults/none", "");
        assertThat(orders.get().complaints()).isEmpty();
        assertThat(orders.get().seen()).isGreaterThan(8);
        caller.listen(status.get());
        client.get("/services/hsi/shipmentinfo?shipmentID=4711");
        new HermesClient(caller).get("/services/hsi/shipmentinfo?shipmentID=4711");
        assertThat(status.get().complaints()).isEmpty();
    }
}
