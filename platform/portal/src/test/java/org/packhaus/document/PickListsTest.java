package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.job.BatchId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.packhaus.stock.StockRow;
import org.packhaus.stock.StockService;
import org.packhaus.stock.StockShow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class PickListsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    PickLists lists;

    @Autowired
    BatchCovers covers;

    @Autowired
    DocumentService documents;

    @Autowired
    StockService stock;

    @Autowired
    SellerService sellers;

    @Autowired
    JdbcTemplate jdbc;

    private SellerId mine = new SellerId(1);
    private SellerId other = new SellerId(2);
    private PrintFixture shop = new PrintFixture(new JdbcTemplate());

    @BeforeEach
    void open() {
        shop = new PrintFixture(jdbc);
        mine = seller("Nordlager");
        other = seller("Südlager");
    }

    private SellerId seller(String name) {
        return sellers.create(
                new NewSeller(name + " " + NAMES.incrementAndGet(), new Mark("L", 1), SenderAddress.EMPTY));
    }

    private static <T> T in(Set<SellerId> scope, Supplier<T> work) {
        return SellerScope.get(scope, work);
    }

    private String list(Set<SellerId> scope, Collection<OrderId> orders) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        in(scope, () -> lists.write(orders, "", SlipLanguage.ENGLISH, BERLIN, out));
        return PackingSlipTest.text(out.toByteArray());
    }

    @Test
    void goesFromPlaceToPlaceAndCountsOverAllOrders() throws IOException {
        OrderId first = shop.order(mine, "first1", MONDAY, "CUP", "CUP", "LAMP");
        OrderId second = shop.order(mine, "second2", MONDAY, "CUP", "TEA");
        in(Set.of(mine), () -> {
            stock.place(mine, "CUP", "A10");
            stock.place(mine, "TEA", "A2");
            return true;
        });

        String text = list(Set.of(mine), List.of(first, second));

        assertThat(text).contains("5 pieces, 3 places to go, 2 orders", "first1 ×2", "second2");
        assertThat(text.indexOf("A2")).isLessThan(text.indexOf("A10"));
        assertThat(text.indexOf("A10")).isLessThan(text.indexOf("No place known"));
    }

    @Test
    void showsNothingOfAnotherSellers() throws IOException {
        OrderId own = shop.order(mine, "own111", MONDAY, "CUP");
        OrderId foreign = shop.order(other, "foreign", MONDAY, "SECRET");
        in(Set.of(other), () -> {
            stock.place(other, "CUP", "HIDDEN-9");
            return true;
        });

        assertThat(list(Set.of(mine), List.of(own, foreign)))
                .contains("own111")
                .doesNotContain("foreign", "SECRET", "HIDDEN-9");
        assertThat(list(Set.of(mine, other), List.of(own, foreign))).contains("Nordlager", "Südlager", "SECRET");
    }

    @Test
    void aPlaceIsKeptWithTheSkuWhetherItIsCountedOrNot() {
        List<StockRow> rows = in(Set.of(mine), () -> {
            stock.place(mine, "CUP", " B-07-1 ");
            stock.place(mine, "TEA", "");
            return stock.rows("", StockShow.ALL, null, 10).rows();
        });

        assertThat(rows)
                .extracting(StockRow::sku, StockRow::place, StockRow::tracked)
                .contains(org.assertj.core.groups.Tuple.tuple("CUP", "B-07-1", false));
        assertThat(in(Set.of(mine), () -> stock.places(mine, List.of("CUP", "TEA", "NONE"))))
                .containsOnlyKeys("CUP");
    }

    @Test
    void whatWasPrintedIsKnownUntilANewerLabelIsBought() {
        OrderId once = shop.order(mine, "once11", MONDAY, "CUP");
        shop.label(mine, once, DocumentType.PDF, PrintFixture.labelPdf(105, 148));
        OrderId never = shop.order(mine, "never1", MONDAY, "CUP");
        shop.label(mine, never, DocumentType.PDF, PrintFixture.labelPdf(105, 148));
        PrintRequest labels = PrintRequest.of(PrintFile.Contents.LABELS);
        in(Set.of(mine), () -> documents.print(List.of(once), labels, new ByteArrayOutputStream()));

        assertThat(in(Set.of(mine), () -> documents.printed(List.of(once, never))))
                .containsExactly(once);

        jdbc.update("update label_purchase set since = '2100-01-01' where order_id = ?", once.value());
        assertThat(in(Set.of(mine), () -> documents.printed(List.of(once, never))))
                .isEmpty();
    }

    @Test
    void aBatchOfOthersHasNoCover() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(in(Set.of(mine), () -> covers.write(new BatchId(987654), SlipLanguage.GERMAN, BERLIN, out)))
                .isEmpty();
        assertThat(out.size()).isZero();
    }
}
