package org.packhaus.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.packhaus.order.ChannelOrders.order;

import jakarta.persistence.EntityManagerFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Actor;
import org.packhaus.audit.Audit;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.StockLight;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sheet.Spreadsheet;
import org.packhaus.stock.StockPreview.Change;
import org.packhaus.stock.StockPreview.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DatabaseTest
class StockImportTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    StockService stock;

    @Autowired
    StockImport lists;

    @Autowired
    StockAlarms alarms;

    @Autowired
    Audit audit;

    @Autowired
    EntityManagerFactory factory;

    ImportFixture shop;

    @BeforeEach
    void open() {
        shop = new ImportFixture(context);
    }

    private StockPreview preview(String text) {
        List<List<String>> cells = Spreadsheet.read(text.getBytes(StandardCharsets.UTF_8));
        return shop.in(() -> lists.preview(cells, shop.seller));
    }

    private void write(StockPreview preview, String why) {
        Callable<List<StockImportProgress>> begin = () -> shop.in(() -> lists.start(preview, why));
        List<StockImportProgress> begun;
        try {
            begun = Audit.as(Actor.user(7, "Lena"), begin);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Set<Long> ids = begun.stream().map(StockImportProgress::id).collect(Collectors.toSet());
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> shop.in(() -> lists.progress(ids)).stream().allMatch(StockImportProgress::finished));
    }

    private List<StockRow> rows(StockShow show) {
        return shop.in(() -> stock.rows("", show, null, 100)).rows();
    }

    @Test
    void saysWhatWouldChangeAndChangesNothing() {
        shop.in(() -> {
            stock.set(shop.seller, Map.of("A", 4, "B", 2), "");
            return "";
        });

        StockPreview preview = preview("SKU;Bestand\nA;9\nB;2\nC;1\nD;1.000\n");

        assertThat(preview.changes())
                .extracting(Change::sku, Change::kind, Change::before, Change::after)
                .containsExactly(
                        tuple("A", Kind.CHANGED, 4, 9),
                        tuple("B", Kind.UNCHANGED, 2, 2),
                        tuple("C", Kind.NEW, null, 1));
        assertThat(preview.faults()).extracting(StockFault::row).containsExactly(5);
        assertThat(rows(StockShow.ALL)).extracting(StockRow::onHand).containsExactly(4, 2);
    }

    @Test
    void writesWhatWasSeenWithAMovementForEachChangeInTheNameOfWhoGaveIt() {
        shop.in(() -> {
            stock.set(shop.seller, Map.of("A", 4, "B", 2), "");
            return "";
        });
        shop.channel.put(order("1", State.PROCESSABLE, "C"));
        shop.run();

        write(preview("SKU;Bestand;Meldebestand\nA;9;\nB;2;\nC;1;5\n"), "Inventur");

        assertThat(rows(StockShow.ALL))
                .extracting(StockRow::sku, StockRow::onHand, StockRow::lowAt)
                .containsExactly(tuple("A", 9, null), tuple("B", 2, null), tuple("C", 1, 5));
        assertThat(shop.row("1").stockLight()).as("it waited for C").isEqualTo(StockLight.GREEN);
        assertThat(shop.in(() -> stock.history(shop.seller, "A", null, 10))
                        .movements()
                        .getFirst())
                .satisfies(move -> {
                    assertThat(move.change()).isEqualTo(5);
                    assertThat(move.reason()).isEqualTo(StockReason.LIST);
                    assertThat(move.note()).isEqualTo("Inventur");
                    assertThat(move.by()).isEqualTo("Lena");
                });
        assertThat(shop.in(() -> stock.history(shop.seller, "B", null, 10)).movements())
                .as("it did not change")
                .hasSize(1);
        assertThat(shop.in(() -> audit.newest(Long.MAX_VALUE, 50))).anySatisfy(line -> {
            assertThat(line.action()).isEqualTo("stock.import");
            assertThat(line.actor().name()).isEqualTo("Lena");
            assertThat(line.detail()).containsEntry("count", "2");
        });
        assertThat(shop.in(lists::running)).isEmpty();
    }

    @Test
    void namesTheSellerOrIsRefused() {
        assertThat(preview("SKU;Bestand;Händler\nA;1;Nobody I know\n").faults())
                .extracting(StockFault::kind)
                .containsExactly(StockFault.Kind.SELLER_UNKNOWN);
        assertThat(shop.in(() -> lists.preview(List.of(List.of("SKU", "Bestand"), List.of("A", "1")), null))
                        .faults())
                .extracting(StockFault::kind)
                .containsExactly(StockFault.Kind.SELLER_MISSING);
        assertThatThrownBy(() -> shop.in(() -> lists.start(new StockPreview(List.of(), List.of(), List.of()), "")))
                .isInstanceOf(StockException.class);
    }

    @Test
    void tenThousandRowsCostFewStatements() {
        String list = "SKU;Bestand\n"
                + IntStream.range(0, 10_000).mapToObj("SKU-%05d;7%n"::formatted).collect(Collectors.joining());
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            StockPreview preview = preview(list);
            assertThat(preview.worth()).hasSize(10_000);
            assertThat(statistics.getPrepareStatementCount())
                    .as("to say what would change")
                    .isLessThan(30);

            statistics.clear();
            write(preview, "first list");
            // Inserts go fifty at once and count once a batch here; jobs in the background are counted too.
            assertThat(statistics.getPrepareStatementCount()).as("to write it").isLessThan(2_000);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
        assertThat(shop.in(() -> stock.rows("SKU-09999", StockShow.ALL, null, 1))
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.onHand()).isEqualTo(7));
    }

    @Test
    void aHistoryIsReadPageByPage() {
        shop.in(() -> {
            for (int i = 1; i <= 7; i++) {
                stock.adjust(shop.seller, "A", i, StockReason.RECEIVED, "");
            }
            return "";
        });

        List<Integer> seen = new ArrayList<>();
        Long next = null;
        do {
            Long after = next;
            StockHistory page = shop.in(() -> stock.history(shop.seller, "A", after, 3));
            page.movements().forEach(move -> seen.add(move.change()));
            next = page.next();
        } while (next != null);

        assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void alarmsAreTheSkusOwnOrElseTheSellers() {
        shop.in(() -> {
            stock.set(shop.seller, Map.of("A", 4, "B", 4, "C", 40, "D", 0), "");
            alarms.of(shop.seller, "A", 3);
            return "";
        });
        assertThat(rows(StockShow.LOW)).isEmpty();

        shop.in(() -> {
            alarms.usual(shop.seller, 5);
            return "";
        });
        assertThat(rows(StockShow.LOW)).extracting(StockRow::sku).containsExactly("B", "D");
        assertThat(rows(StockShow.LOW)).allMatch(StockRow::isLow);
        assertThat(rows(StockShow.OUT)).extracting(StockRow::sku).containsExactly("D");

        shop.in(() -> {
            alarms.of(shop.seller, "A", null);
            alarms.of(shop.seller, "B", 0);
            return "";
        });
        assertThat(rows(StockShow.LOW)).extracting(StockRow::sku).containsExactly("A", "D");
        assertThatThrownBy(() -> shop.in(() -> {
                    alarms.usual(shop.seller, -1);
                    return "";
                }))
                .isInstanceOf(StockException.class);
    }

    @Test
    void theListCostsThreeStatements() {
        shop.in(() -> {
            stock.set(shop.seller, Map.of("A", 4, "B", 4, "C", 40), "");
            return "";
        });
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long fewest = Long.MAX_VALUE;
        for (int tries = 0; tries < 7; tries++) {
            statistics.clear();
            assertThat(rows(StockShow.ALL)).hasSize(3);
            fewest = Math.min(fewest, statistics.getPrepareStatementCount());
        }
        statistics.setStatisticsEnabled(false);
        assertThat(fewest).isEqualTo(3);
    }
}
