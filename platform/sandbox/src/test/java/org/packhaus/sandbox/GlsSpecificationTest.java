package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the sandbox answers is what GLS's own documents promise. */
class GlsSpecificationTest extends SandboxTest {

    private static Specification present(Optional<Specification> found) {
        assumeTrue(
                found.isPresent(),
                "SKIPPED: no specification of GLS's; set PACKHAUS_SPECS to the folder that holds it");
        return found.orElseThrow();
    }

    @Test
    void shipItsAnswersAreValid() {
        Specification spec = present(Specification.find("gls/shipit-farm.yaml", GlsClient.SHIPIT));
        GlsClient gls = new GlsClient(stranger(), "kiefer-tau");
        gls.listen(spec);
        JsonNode bought = gls.buy("reference-1");
        gls.post("", gls.print(gls.order("reference-2"), "ZPL_300", "ZEBRA").toString());
        gls.post("", gls.print(gls.order("reference-3"), "NONE", "PNG").toString());
        ObjectNode validated = gls.order("reference-4");
        validated.remove("PrintingOptions");
        gls.post("/validate", validated.toString());
        ((ObjectNode) validated.at("/Shipment/Consignee/Address")).put("Zipcode", "99999");
        JsonNode issues = gls.post("/validate", validated.toString()).json();
        assertThat(issues.path("Success").asBoolean(true)).isFalse();
        assertThat(issues.at("/ValidationResult/Issues/0/Location").asString())
                .isEqualTo("Shipment.Consignee.Address.ZIPCode");
        gls.post(
                "/allowedservices",
                "{\"Source\":{\"CountryCode\":\"DE\",\"Zipcode\":\"79098\"},\"Destination\":{\"CountryCode\":\"DE\"}}");
        gls.post(
                "/reprintparcel",
                "{\"ParcelNumber\":\"" + bought.at("/ParcelData/0/ParcelNumber").asString() + "\"}");
        gls.post("/cancel/" + bought.at("/ParcelData/0/TrackID").asString(), "");
        gls.post("/endofday?date=2030-01-01", "");
        assertThat(spec.complaints()).isEmpty();
        assertThat(spec.seen()).isEqualTo(9);
    }

    /** GLS's document has one {@code operationId} twice, which no reader takes. */
    @Test
    void trackingsAnswersAreValid() {
        Specification spec = present(Specification.findWithout(
                "(?m)^ *operationId:.*$", "gls/ecitrackandtrace.yaml", "/track-and-trace-v1"));
        GlsClient gls = new GlsClient(stranger(), "kiefer-tau");
        String number = gls.buy("a").at("/ParcelData/0/ParcelNumber").asString();
        gls.post("/endofday", "");
        control.post("/sandbox/advance?hours=3", "");
        gls.listen(spec);
        gls.track("trackids", number + ",302899999999,QAS_0000007");
        gls.track("references", number);
        gls.track("references", "1,2,3,4,5,6,7,8,9,10,11");
        gls.use("expired");
        gls.track("references", number);
        assertThat(spec.complaints()).isEmpty();
        assertThat(spec.seen()).isEqualTo(4);
    }
}
