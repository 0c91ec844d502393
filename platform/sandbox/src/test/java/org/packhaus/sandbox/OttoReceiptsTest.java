package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OttoReceiptsTest extends SandboxTest {

    private JsonNode orders = Answer.parse("[]");
    private JsonNode two = orders;
    private Caller seller = stranger();

    @BeforeEach
    void anOrderIsThere() {
        orders = control.makeOrders("kiefer-tau", 80, 3);
        two = Caller.ofKind(orders, "TWO_PIECES");
        seller = otto("kiefer-tau");
    }

    private JsonNode receipts(String types) {
        return seller.get("/v3/receipts?receiptTypes=" + types + "&salesOrderId="
                        + two.path("salesOrderId").asString())
                .json()
                .path("resources");
    }

    private BigDecimal price(int piece) {
        JsonNode item = seller.get("/v4/orders/" + two.path("orderNumber").asString())
                .json()
                .path("positionItems")
                .get(piece);
        return amount(
                item.has("itemValueReducedGrossPrice")
                        ? item.path("itemValueReducedGrossPrice")
                        : item.path("itemValueGrossPrice"));
    }

    private static BigDecimal amount(JsonNode money) {
        return money.path("amount").decimalValue().setScale(2);
    }

    private BigDecimal total(JsonNode receipt) {
        return amount(receipt.at("/totals/0/gross"));
    }

    private Answer reduce(int piece, String amount) {
        return seller.post(Decisions.REDUCTIONS, Decisions.reduction(two, piece, amount));
    }

    private JsonNode reductions(int piece) {
        return seller.get(Decisions.REDUCTIONS + "?positionItemId=" + Decisions.piece(two, piece))
                .json()
                .path("results");
    }

    @Test
    void eachShipmentOfAnOrderIsBilledAndTheFeeOnTheFirst() {
        assertThat(seller.get("/v3/receipts?receiptTypes=PURCHASE").status())
                .as("nothing billed yet")
                .isEqualTo(404);
        seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A1", Reports.item(two, 0, "DHL", "R1")));
        control.post("/sandbox/advance?minutes=1", "");
        seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A2", Reports.item(two, 1, "DHL", "R2")));
        JsonNode bills = receipts("PURCHASE");
        assertThat(bills).hasSize(2);
        assertThat(bills.at("/0/lineItems/itemPositions/0/positionItemIds/0").asString())
                .as("newest first")
                .isEqualTo(Decisions.piece(two, 1));
        assertThat(bills.at("/0/lineItems/deliveryCosts")).isEmpty();
        assertThat(total(bills.get(0))).isEqualTo(price(1));
        assertThat(total(bills.get(1))).isGreaterThanOrEqualTo(price(0));
        assertThat(bills.at("/0/receiptNumber").asString()).matches("R-DE-\\d{9}-\\d{4}-\\d{4}");
    }

    @Test
    void aPieceInSeveralBoxesIsBilledOnce() {
        String item = Reports.item(two, 0, "DHL", "R1");
        seller.post(
                "/v1/multiparcel-shipments",
                "[" + Reports.of("DHL", "M1", item) + "," + Reports.of("DHL", "M2", item) + "]");
        assertThat(receipts("PURCHASE")).hasSize(1);
    }

    @Test
    void aReceiptIsAPdfThatSaysWhatItIsAbout() throws IOException {
        seller.post(Reports.SHIPMENTS, Reports.all(two, "A1"));
        JsonNode bill = receipts("PURCHASE").get(0);
        String number = bill.path("receiptNumber").asString();
        assertThat(seller.get("/v3/receipts/" + number).json()).isEqualTo(bill);
        Answer pdf = seller.get("/v3/receipts/" + number + ".pdf");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            number,
                            two.path("orderNumber").asString(),
                            (total(bill) + " EUR").replace('.', ','),
                            "2 × ");
        }
        assertThat(otto("wolkensprung").get("/v3/receipts/" + number).status()).isEqualTo(403);
        assertThat(seller.get("/v3/receipts/R-DE-0.pdf").status()).isEqualTo(404);
    }

    @Test
    void receiptsAreFoundByDayAndPaged() {
        seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A1", Reports.item(two, 0, "DHL", "R1")));
        seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A2", Reports.item(two, 1, "DHL", "R2")));
        assertThat(seller.get("/v3/receipts?to=2020-01-01").status()).isEqualTo(404);
        assertThat(seller.get("/v3/receipts?from=2020-01-01").json().path("resources"))
                .hasSize(2);
        assertThat(seller.get("/v3/receipts?from=yesterday").status()).isEqualTo(400);
        JsonNode page =
                seller.get("/v3/receipts?receiptTypes=PURCHASE,REFUND&limit=1").json();
        JsonNode rest = seller.get(page.at("/links/0/href").asString()).json();
        assertThat(rest.path("resources")).hasSize(1);
        assertThat(rest.has("links")).isFalse();
        assertThat(rest.at("/resources/0/receiptNumber")).isNotEqualTo(page.at("/resources/0/receiptNumber"));
    }

    @Test
    void aReductionIsPaidAWhileLaterAndComesOffTheRefund() {
        seller.post(Reports.SHIPMENTS, Reports.all(two, "A1"));
        BigDecimal price = price(0);
        assertThat(reduce(0, "1.50").status()).isEqualTo(202);
        assertThat(reductions(0).at("/0/priceReductions/0/status").asString()).isEqualTo("INITIATED");
        assertThat(reductions(0).at("/0/priceReductions/0").has("receiptNumber"))
                .isFalse();
        assertThat(receipts("PARTIAL_REFUND").isMissingNode()).isTrue();
        control.post("/sandbox/advance?minutes=2", "");
        assertThat(control.get("/sandbox/reductions?seller="
                                + two.path("seller").asString())
                        .json())
                .singleElement()
                .satisfies(truth -> assertThat(truth.path("status").asString()).isEqualTo("PROCESSED"));
        JsonNode done = reductions(0).at("/0/priceReductions/0");
        assertThat(done.path("status").asString()).isEqualTo("PROCESSED");
        JsonNode partial = receipts("PARTIAL_REFUND").get(0);
        assertThat(partial.path("receiptNumber")).isEqualTo(done.path("receiptNumber"));
        assertThat(partial.path("linkedReceiptNumber"))
                .isEqualTo(receipts("PURCHASE").at("/0/receiptNumber"));
        assertThat(total(partial)).isEqualTo("1.50");
        seller.post(Decisions.ACCEPT, Decisions.of(Decisions.item(two, 0, "A", "COMPLAINT")));
        JsonNode refund = receipts("REFUND").get(0);
        assertThat(total(refund)).isEqualTo(price.subtract(new BigDecimal("1.50")));
        assertThat(refund.path("refundType").asString()).isEqualTo("RETURN");
    }

    @Test
    void aReductionIsRefusedForWhatIsNotWithTheBuyerAndBeyondWhatIsLeft() {
        assertThat(reduce(0, "1.50").status()).as("not sent").isEqualTo(409);
        seller.post(Reports.SHIPMENTS, Reports.all(two, "A1"));
        BigDecimal price = price(0);
        assertThat(reduce(0, price.toPlainString()).status()).as("all of it").isEqualTo(409);
        assertThat(reduce(0, "0").status()).isEqualTo(409);
        assertThat(reduce(0, price.subtract(BigDecimal.ONE).toPlainString()).status())
                .isEqualTo(202);
        assertThat(reduce(0, "1.00").status()).as("what is under way counts").isEqualTo(409);
        assertThat(reduce(0, "0.99").status()).isEqualTo(202);
        assertThat(otto("wolkensprung")
                        .post(Decisions.REDUCTIONS, Decisions.reduction(two, 0, "0.10"))
                        .status())
                .isEqualTo(403);
        assertThat(seller.post(
                                Decisions.REDUCTIONS,
                                Decisions.reduction(two, 0, "0.10")
                                        .replace(
                                                Decisions.piece(two, 0),
                                                Decisions.piece(two, 0).replace('-', '0')))
                        .status())
                .isEqualTo(404);
        assertThat(seller.post(
                                Decisions.REDUCTIONS,
                                Decisions.reduction(two, 1, "0.10").replace("EUR", "USD"))
                        .status())
                .isEqualTo(409);
        assertThat(seller.get(Decisions.REDUCTIONS + "?positionItemId=" + Decisions.piece(two, 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aReductionOfWhatCameBackInBetweenIsRejected() {
        seller.post(Reports.SHIPMENTS, Reports.all(two, "A1"));
        reduce(0, "1.50");
        seller.post(Decisions.ACCEPT, Decisions.of(Decisions.item(two, 0, "A", "COMPLAINT")));
        control.post("/sandbox/advance?minutes=2", "");
        assertThat(reductions(0).at("/0/priceReductions/0/status").asString()).isEqualTo("REJECTED");
        assertThat(reductions(0).at("/0/totalPriceReduction/amount").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(total(receipts("REFUND").get(0))).isEqualTo(price(0));
    }

    @Test
    void aServiceBehindItMayBeAway() {
        seller.post(Reports.SHIPMENTS, Reports.all(two, "A1"));
        control.post("/sandbox/faults", "[{\"operation\":\"otto.priceReductions.*\",\"kind\":\"424\",\"rate\":1}]");
        Answer answer = reduce(0, "1.50");
        assertThat(answer.status()).isEqualTo(424);
        assertThat(answer.json().at("/errors/0/title").asString()).isEqualTo("Failed Dependency");
        control.post("/sandbox/faults/none", "");
        assertThat(seller.get(Decisions.REDUCTIONS).json().path("results")).isEmpty();
    }
}
