package org.packhaus.returnnumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person sees of a pool before and after they add to it. */
@DatabaseTest
class PoolBookTest {
    private static final String FIRST = "09133131530724";
    private static final String SECOND = "89195131100303";
    private static final String MISTYPED = "89195131100304";
    private static final OrderId ORDER = new OrderId(4711);

    @Autowired
    PoolBook book;

    @Autowired
    ReturnNumbers numbers;

    @Autowired
    SellerService sellers;

    private SellerId seller;
    private static int made;

    @BeforeEach
    void openASeller() {
        seller = sellers.create(new NewSeller("Vorrat " + ++made, new Mark("V", 1), SenderAddress.EMPTY));
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return SellerScope.get(Set.of(seller), work);
    }

    private boolean use(OrderId order) {
        return in(() -> numbers.reserve(seller, "HERMES", order)
                && numbers.use("HERMES", order, 1).isPresent());
    }

    @Test
    void tellsFreshNumbersFromKnownAndUsedOnesAndFromMistakes() {
        in(() -> numbers.add(seller, "HERMES", FIRST));
        assertThat(use(ORDER)).isTrue();
        in(() -> numbers.add(seller, "HERMES", SECOND));

        PoolPreview seen = in(() -> book.preview(
                seller,
                "HERMES",
                "Nummer\n" + FIRST + "\n" + SECOND + "\n" + MISTYPED + "\n00000000010009\n" + SECOND));

        assertThat(seen.used()).isEqualTo(1);
        assertThat(seen.known()).isEqualTo(1);
        assertThat(seen.fresh()).isEqualTo(1);
        assertThat(seen.faults()).extracting(PoolImport.Fault::row).containsExactly(4, 6);
        assertThat(seen.takable()).isTrue();
        assertThat(in(() -> book.numbers(seller, "HERMES", null, Long.MAX_VALUE, 10)))
                .hasSize(2);
    }

    @Test
    void takesTheGoodOnesOfAListAndLeavesTheOthersOut() {
        PoolImport done = in(() -> numbers.addGood(seller, "HERMES", FIRST + "\n" + MISTYPED));

        assertThat(done.isRefused()).isFalse();
        assertThat(done.added()).isEqualTo(1);
        assertThat(in(() -> book.numbers(seller, "HERMES", PoolRow.Use.FREE, Long.MAX_VALUE, 10)))
                .extracting(PoolRow::number)
                .containsExactly(FIRST);
    }

    @Test
    void countsARangeBeforeItIsAdded() {
        assertThat(in(() -> book.previewRange(seller, "HERMES", "00000000010009", "00000000010184"))
                        .fresh())
                .isEqualTo(19);
        assertThat(in(() -> book.previewRange(seller, "HERMES", "00000000010184", "00000000010009"))
                        .faults())
                .hasSize(1);
    }

    @Test
    void showsWhichOrderHasWhichNumber() {
        in(() -> numbers.add(seller, "HERMES", FIRST + "\n" + SECOND));
        assertThat(use(ORDER)).isTrue();

        assertThat(in(() -> book.numbers(seller, "HERMES", PoolRow.Use.USED, Long.MAX_VALUE, 10)))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.order()).hasValue(ORDER);
                    assertThat(row.usedAt()).isPresent();
                });
        assertThat(in(() -> book.usedSince(seller, "HERMES", Instant.now().minus(Duration.ofDays(1)))))
                .isEqualTo(1);
    }

    @Test
    void raisesTheAlarmWhenFewAreLeftAndStopsItWhenNumbersAreAdded() {
        in(() -> {
            numbers.set(seller, "HERMES", new SourceWish(SourceKind.POOL, false, null, 2));
            return true;
        });
        in(() -> numbers.add(seller, "HERMES", FIRST));
        assertThat(in(book::lowPools)).isEqualTo(1);

        in(() -> numbers.add(seller, "HERMES", SECOND));
        assertThat(in(book::lowPools)).isZero();
    }
}
