package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.Commodities;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is printed for customs, from the stored documents to the page. */
@DatabaseTest
class CustomsPapersTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final byte[] LABEL = LabelPagesTest.label(103, 199, 0);
    private static final byte[] CN23 = LabelPagesTest.label(210, 297, 0);

    private static final AtomicInteger NAMES = new AtomicInteger(100);

    @Autowired
    DocumentService documents;

    @Autowired
    Commodities commodities;

    @Autowired
    SellerService sellers;

    @Autowired
    JdbcTemplate jdbc;

    private PrintFixture shop;
    private SellerId seller;

    @BeforeEach
    void open() {
        shop = new PrintFixture(jdbc);
        seller = sellers.create(new NewSeller(
                "Nordlicht " + NAMES.incrementAndGet(),
                new Mark("N", 1),
                new SenderAddress(
                        "Nordlicht Wohnen GmbH", null, "Kai", "3", null, "20457", "Hamburg", "DE", null, null)));
    }

    private OrderId abroad(String number, DocumentType type, byte[] label) {
        OrderId order = shop.order(seller, number, MONDAY, "LAMP", "LAMP", "RUG");
        shop.abroad(order);
        shop.label(seller, order, type, label);
        return order;
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return SellerScope.get(Set.of(seller), work);
    }

    private PrintFile.Pages print(OrderId order, PrintFile.Contents contents, ByteArrayOutputStream out) {
        Printed printed = in(() -> documents.write(List.of(order), PrintRequest.of(contents), out));
        assertThat(printed.leftOut()).isEmpty();
        PrintFile.Pages pages = printed.pages().get(order);
        assertThat(pages).isNotNull();
        return java.util.Objects.requireNonNull(pages);
    }

    @Test
    void printsTheCarriersPaperAndNoneOfOurs() {
        OrderId order = abroad("c1", DocumentType.PDF, LABEL);
        shop.customs(seller, order, CN23);
        assertThat(print(order, PrintFile.Contents.INTERLEAVED, new ByteArrayOutputStream()))
                .isEqualTo(new PrintFile.Pages(List.of(1), List.of(2), List.of(3)));
        assertThat(print(order, PrintFile.Contents.LABELS, new ByteArrayOutputStream()))
                .isEqualTo(new PrintFile.Pages(List.of(), List.of(1), List.of(2)));
    }

    @Test
    void makesACommercialInvoiceWhereTheCarrierMakesNoPaper() throws IOException {
        OrderId order = abroad("c2", DocumentType.PDF, LABEL);
        in(() -> {
            commodities.declare(
                    seller, "LAMP", new Commodity("940521", new CountryCode("CN"), "Table lamp", Weight.grams(250)));
            return true;
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(print(order, PrintFile.Contents.CUSTOMS, out).papers()).containsExactly(1);
        assertThat(PackingSlipTest.text(out.toByteArray()))
                .contains("Commercial invoice", "No. c2", "Nordlicht Wohnen GmbH", "Ümran Şahin", "8001 Zürich")
                .contains("SWITZERLAND", "Table lamp", "940521", "CN", "0.5 kg", "20.00")
                .contains("Artikel RUG")
                .contains("30.00 EUR");
    }

    @Test
    void theInvoicesOfAPiecesBoxesAddUpToWhatItCost() throws IOException {
        OrderId order = shop.order(seller, "c5", MONDAY, "WARDROBE");
        shop.abroad(order);
        shop.label(seller, order, DocumentType.PDF, LABEL);
        shop.moreBoxes(order, 2);
        jdbc.update("update sales_order set fee = 4.90 where id = ?", order.value());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(print(order, PrintFile.Contents.CUSTOMS, out).papers()).containsExactly(1, 2, 3);
        String text = PackingSlipTest.text(out.toByteArray());
        assertThat(text).contains("(box 1 of 3)", "(box 2 of 3)", "(box 3 of 3)");
        assertThat(text.split("3\\.34 EUR", -1))
                .as("one box has the cent that is left")
                .hasSize(2);
        assertThat(text).as("3.34 with the postage of 4.90").contains("8.24 EUR");
        assertThat(text).contains("3.33 EUR").doesNotContain("10.00");
    }

    @Test
    void keepsA4OutOfWhatALabelPrinterGets() {
        OrderId order = abroad("c3", DocumentType.ZPL, "^XA^XZ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        shop.customs(seller, order, CN23);
        assertThat(in(() -> documents.originals(List.of(order), PrintRequest.Which.STILL_HERE)))
                .singleElement()
                .satisfies(file -> assertThat(file.kind()).isEqualTo(CarrierDocument.Kind.LABEL));
        assertThat(print(order, PrintFile.Contents.CUSTOMS, new ByteArrayOutputStream())
                        .papers())
                .as("its paper prints though its label is ZPL")
                .containsExactly(1);
    }

    @Test
    void hasNoPaperForAParcelThatPassesNoCustoms() {
        OrderId order = shop.order(seller, "c4", MONDAY, "LAMP");
        shop.label(seller, order, DocumentType.PDF, LABEL);
        Printed printed = in(() -> documents.write(
                List.of(order), PrintRequest.of(PrintFile.Contents.CUSTOMS), java.io.OutputStream.nullOutputStream()));
        assertThat(printed.pages()).isEmpty();
        assertThat(printed.leftOut()).isEmpty();
    }
}
