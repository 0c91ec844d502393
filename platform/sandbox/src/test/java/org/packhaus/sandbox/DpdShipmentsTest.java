package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who may buy at DPD, what is refused and what is charged. */
class DpdShipmentsTest extends SandboxTest {
    private static final String PDF = "?LabelPrintFormat=PDF&LabelPaperFormat=A6";

    private final DpdClient dpd = new DpdClient(control);

    @BeforeEach
    void signIn() {
        dpd.signIn("kiefer-tau");
    }

    private Answer ship(String shipment) {
        return dpd.ship(PDF, shipment);
    }

    private String good() {
        return dpd.shipment("CL", "DE", "53113");
    }

    @Test
    void aTokenComesInAHeaderAndLivesADay() {
        JsonNode account = control.seller("kiefer-tau").path("dpd");
        String user = account.path("user").asString();
        String password = account.path("password").asString();
        Answer answer = dpd.login(user, password, "001");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-DPD-TOKEN").split("\\.")).as("a JWT").hasSize(3);
        assertThat(answer.bytes()).isEmpty();
        Answer refused = dpd.login(user, "wrong", "001");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("errorCode").asString()).isEqualTo("LOGIN_8");
        assertThat(dpd.login(user, password, "002").status()).isEqualTo(400);
        assertThat(ship(good()).status()).isEqualTo(200);
        control.post("/sandbox/advance?hours=24&minutes=1", "");
        Answer late = ship(good());
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.json().path("errorOrigin").asString()).isEqualTo("META-API");
    }

    @Test
    void revokedCredentialsStopTheTokenInUse() {
        control.post("/sandbox/credentials?seller=kiefer-tau&system=dpd&valid=false", "");
        assertThat(ship(good()).status()).isEqualTo(401);
        control.post("/sandbox/credentials?seller=kiefer-tau&system=dpd&valid=true", "");
        assertThat(ship(good()).status()).isEqualTo(200);
    }

    @Test
    void whatWasSoldIsChargedAndWhatWasRefusedIsNot() {
        ship(dpd.shipment("CL", "DE", "99999"));
        JsonNode sold = ship(good()).json();
        JsonNode charges = control.get("/sandbox/charges?seller=kiefer-tau").json();
        assertThat(charges).hasSize(1);
        JsonNode charge = charges.get(0);
        assertThat(charge.path("carrier").asString()).isEqualTo("DPD");
        assertThat(charge.path("reference").asString()).isEqualTo("reference-1");
        assertThat(charge.path("number")).isEqualTo(sold.at("/parcelIds/0"));
        assertThat(sold.path("shipmentId").asString())
                .matches("MPS" + charge.path("number").asString() + "\\d{8}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"productCode\":\"CL\" | \"productCode\":\"XX\" | shipmentInfos.productCode",
                "\"numberOfParcels\":\"1\" | \"numberOfParcels\":\"2\" | numberOfParcels",
                "\"customerID\":\" | \"customerID\":\"9 | sender.customerInfos.customerID",
                "\"houseNumber\":\"20 b\" | \"houseNumber\":\"20 b Hinterhaus\" | receiver.address.houseNumber",
                "\"name1\":\"Änne Groß\" | \"name2\":\"Änne Groß\" | receiver.address.name1",
                "\"parcelInfos\":{\"weight\":\"1200\"} | \"parcelInfos\":{\"weight\":1200} | parcel[0].parcelInfos.weight",
                "\"parcelInfos\":{\"weight\":\"1200\"} | \"parcelInfos\":{\"weight\":\"31501\"} | parcel[0].parcelInfos.weight",
                "[\"reference-1\"] | [\"a reference of more than thirty-five characters\"] | customerReferenceNumbers"
            })
    void saysWhatIsWrong(String right, String wrong, String field) {
        Answer answer = ship(good().replace(right, wrong));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.json().get(0).path("errorMessage").asString()).startsWith(field + ":");
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CL, DE, 99999", "CL, DE, 00123", "E12, AT, 1010", "CL, CH, 8001"})
    void knowsWhereDpdDoesNotGo(String product, String country, String code) {
        assertThat(ship(dpd.shipment(product, country, code)).status()).isEqualTo(400);
    }

    @Test
    void nothingIsTakenBack() {
        String number = ship(good()).json().at("/parcelIds/0").asString();
        assertThat(control.call("DELETE", "/shipping/v1/shipment?parcel=" + number, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ottoHearsThatParcelsArrive() {
        JsonNode order = Caller.ofKind(control.makeOrders("kiefer-tau", 40, 7), "SINGLE");
        String number = ship(good()).json().at("/parcelIds/0").asString();
        String report = Reports.of("DPD", number, Reports.item(order, 0, "DHL", "R1"));
        assertThat(otto("kiefer-tau").post("/v1/shipments", report).status()).isEqualTo(201);
        control.post("/sandbox/advance?hours=60", "");
        assertThat(otto("kiefer-tau")
                        .get("/v1/shipments/carriers/DPD/trackingnumbers/" + number)
                        .text())
                .contains("ON_THE_WAY", "DELIVERED");
    }

    @Test
    void faultsAreTurnedByName() {
        control.post("/sandbox/faults", "[{\"operation\":\"dpd.shipment.create\",\"kind\":\"500\",\"rate\":1}]");
        Answer failed = ship(good());
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.json().path("errorCode").asString()).isEqualTo("HTTP_500");
        control.post("/sandbox/faults/none", "");
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @Test
    void answersAsTheDocumentPromises() {
        Optional<Specification> found = Specification.find("dpd-meta/meta-api-docs.json", "");
        assumeTrue(found.isPresent(), "SKIPPED: no document of DPD; set PACKHAUS_SPECS to the folder that holds it");
        Specification spec = found.orElseThrow();
        control.listen(spec);
        String number = ship(good()).json().at("/parcelIds/0").asString();
        dpd.ship("?LabelPrintFormat=ZPL300", dpd.shipment("225", "DE", "10115"));
        dpd.reprint(PDF, number);
        // Of a bad request the later document (2.30) promises one error, the earlier (0.0.1) a list of them, which the
        // sandbox gives.
        control.post("/sandbox/faults", "[{\"operation\":\"dpd.*\",\"kind\":\"500\",\"rate\":1}]");
        ship(good());
        dpd.reprint(PDF, number);
        control.post("/sandbox/faults/none", "");
        control.post("/sandbox/credentials?seller=kiefer-tau&system=dpd&valid=false", "");
        ship(good());
        control.listen((method, path, headers, body, answer) -> {});
        assertThat(spec.complaints()).isEmpty();
        assertThat(spec.seen()).isEqualTo(6);
    }
}
