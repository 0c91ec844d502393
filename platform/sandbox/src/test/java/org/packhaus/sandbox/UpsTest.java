package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class UpsTest extends SandboxTest {
    private static final String SHIP = "/api/shipments/v2409/ship";
    private static final String VOID = "/api/shipments/v2409/void/cancel/";
    private static final String TRACK = "/api/track/v1/details/";

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private String[] signedIn(String seller) {
        JsonNode ups = control.seller(seller).path("ups");
        Answer answer =
                token(ups.path("clientId").asString(), ups.path("clientSecret").asString(), "client_credentials");
        assertThat(answer.json().path("expires_in").asString()).isEqualTo("14399");
        return new String[] {
            "Authorization",
            "Bearer " + answer.json().path("access_token").asString(),
            "transId",
            "1",
            "transactionSrc",
            "test"
        };
    }

    private Answer token(String id, String secret, String grant) {
        return stranger()
                .form("/security/v1/oauth/token", Map.of("grant_type", grant), "Authorization", basic(id, secret));
    }

    /** A purchase as small as UPS takes it. */
    private ObjectNode purchase(String seller, String format) {
        String account = control.seller(seller).at("/ups/shipperNumber").asString();
        return (ObjectNode) Json.read("""
                {"ShipmentRequest":{"Request":{"RequestOption":"validate"},
                 "LabelSpecification":{"LabelImageFormat":{"Code":"%2$s"},"LabelStockSize":{"Height":"6","Width":"4"}},
                 "Shipment":{
                  "Shipper":{"Name":"Kiefer & Tau GmbH","ShipperNumber":"%1$s","Address":{"AddressLine":["Am Sägewerk 7"],
                   "City":"Freiburg im Breisgau","PostalCode":"79098","CountryCode":"DE"}},
                  "ShipTo":{"Name":"Änne Groß","Address":{"AddressLine":["Weg 1","Hinterhaus"],"City":"Bonn","PostalCode":"53113",
                   "CountryCode":"DE"}},
                  "PaymentInformation":{"ShipmentCharge":[{"Type":"01","BillShipper":{"AccountNumber":"%1$s"}}]},
                  "ReferenceNumber":[{"Value":"reference-1"}],"Service":{"Code":"11"},
                  "Package":[{"Packaging":{"Code":"02"},
                   "PackageWeight":{"UnitOfMeasurement":{"Code":"KGS"},"Weight":"1.2"}}]}}}""".formatted(account, format).getBytes(StandardCharsets.UTF_8));
    }

    private String sell(String[] as) {
        JsonNode results = stranger()
                .post(SHIP, purchase("kiefer-tau", "GIF").toString(), as)
                .json()
                .at("/ShipmentResponse/ShipmentResults");
        assertThat(results.at("/ShipmentCharges/TotalCharges/MonetaryValue").asString())
                .isEqualTo("8.58");
        return results.at("/PackageResults/0/TrackingNumber").asString();
    }

    private static String error(Answer answer) {
        return answer.json().at("/response/errors/0/code").asString();
    }

    @Test
    void whoIsNotKnownGetsNoToken() {
        JsonNode ups = control.seller("kiefer-tau").path("ups");
        String id = ups.path("clientId").asString();
        String secret = ups.path("clientSecret").asString();
        assertThat(token("nobody", secret, "client_credentials").status()).isEqualTo(401);
        assertThat(error(token(id, "wrong", "client_credentials"))).isEqualTo("10401");
        assertThat(token(id, secret, "password").status()).isEqualTo(400);
        String[] as = signedIn("kiefer-tau");
        control.post("/sandbox/credentials?seller=kiefer-tau&system=ups&valid=false", "");
        assertThat(token(id, secret, "client_credentials").status()).isEqualTo(401);
        assertThat(error(stranger().post(SHIP, "{}", as))).isEqualTo("250002");
    }

    @Test
    void tokensExpire() {
        String[] as = signedIn("kiefer-tau");
        sell(as);
        control.post("/sandbox/advance?hours=4", "");
        assertThat(stranger().get(TRACK + "1Z999AA10123456784", as).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /ShipTo/Name | "" | ship to company name
            /ShipTo/Name | "123456789012345678901234567890123456" | ship to company name
            /ShipTo/Address/City | "1234567890123456789012345678901" | ship to city
            /ShipTo/Address/PostalCode | "99999" | postal code 99999
            /ShipTo/Address/AddressLine | [] | ship to address line
            /ShipTo/Address/CountryCode | "AT" | phone number
            /Shipper/ShipperNumber | "A1B2C3" | shipper number
            /Service/Code | "99" | service
            /Package/0/PackageWeight/Weight | 1.2 | package weight
            /Package/0/PackageWeight/Weight | "70.1" | 70 kilograms
            /Package/0/Packaging/Code | "99" | packaging
            """)
    void saysWhatIsWrong(String where, String value, String message) {
        ObjectNode purchase = purchase("kiefer-tau", "GIF");
        String path = "/ShipmentRequest/Shipment" + where;
        ((ObjectNode) purchase.at(path.substring(0, path.lastIndexOf('/'))))
                .set(path.substring(path.lastIndexOf('/') + 1), Json.read(value.getBytes(StandardCharsets.UTF_8)));
        Answer answer = stranger().post(SHIP, purchase.toString(), signedIn("kiefer-tau"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/response/errors/0/message").asString()).contains(message);
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @Test
    void aVoidedShipmentIsGoneAndAHandedOverOneStays() {
        String[] as = signedIn("kiefer-tau");
        String number = sell(as);
        assertThat(stranger()
                        .call("DELETE", VOID + number, "", signedIn("wolkensprung"))
                        .status())
                .as("another seller's")
                .isEqualTo(400);
        assertThat(stranger().call("DELETE", VOID + number, "", as).status()).isEqualTo(200);
        assertThat(stranger()
                        .call("DELETE", VOID + number, "", as)
                        .json()
                        .at("/VoidShipmentResponse/PackageLevelResults/0/Status/Description")
                        .asString())
                .isEqualTo("Already Voided");
        JsonNode charge = control.get("/sandbox/charges").json().path(0);
        assertThat(charge.path("voided").asBoolean()).isTrue();
        assertThat(charge.path("reference").asString()).isEqualTo("reference-1");
        String second = sell(as);
        control.post("/sandbox/advance?hours=7", "");
        assertThat(error(stranger().call("DELETE", VOID + second, "", signedIn("kiefer-tau"))))
                .isEqualTo("190102");
    }

    @Test
    void aLostAnswerHasItsEffect() {
        String[] as = signedIn("kiefer-tau");
        control.post("/sandbox/faults", "[{\"operation\":\"ups.ship\",\"kind\":\"answerLost\",\"rate\":1,\"seed\":1}]");
        assertThatThrownBy(() -> stranger()
                        .attempt("POST", SHIP, purchase("kiefer-tau", "GIF").toString(), as))
                .isInstanceOf(IOException.class);
        assertThat(control.get("/sandbox/charges").json()).hasSize(1);
    }

    @Test
    void labelsComeInThePrintersLanguage() {
        String[] as = signedIn("kiefer-tau");
        for (String[] format : new String[][] {{"GIF", "GIF8"}, {"ZPL", "^XA"}, {"EPL", "\nN\n"}}) {
            JsonNode parcel = stranger()
                    .post(SHIP, purchase("kiefer-tau", format[0]).toString(), as)
                    .json()
                    .at("/ShipmentResponse/ShipmentResults/PackageResults/0");
            byte[] label = Base64.getDecoder()
                    .decode(parcel.at("/ShippingLabel/GraphicImage").asString());
            String text = new String(label, StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith(format[1]);
            if (format[0].equals("EPL")) {
                assertThat(text).contains(parcel.path("TrackingNumber").asString());
            }
        }
    }

    @Test
    void tracksWithHeadersOnlyAndEndsDelivered() {
        String[] as = signedIn("kiefer-tau");
        String number = sell(as);
        assertThat(stranger().get(TRACK + number, as[0], as[1]).status()).isEqualTo(400);
        control.post("/sandbox/advance?hours=80", "");
        JsonNode parcel =
                stranger().get(TRACK + number, signedIn("kiefer-tau")).json().at("/trackResponse/shipment/0/package/0");
        assertThat(parcel.at("/activity/0/status/statusCode").asString()).isEqualTo("011");
        assertThat(parcel.at("/currentStatus/type").asString()).isEqualTo("D");
        assertThat(stranger()
                        .get(TRACK + "1Z999AA10123456784", signedIn("kiefer-tau"))
                        .status())
                .isEqualTo(404);
    }
}
