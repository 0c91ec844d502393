package org.packhaus.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.packhaus.Portal;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.PluginException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The portal with a purchase that calls first and saves afterwards. {@code ./packhaus crash-test --naive} kills it like the real one and
 * has to find duplicates: the proof that the crash test can fail.
 */
public final class NaivePortal {
    private NaivePortal() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(Portal.class, Naive.class).run(args);
    }

    /** No annotation on purpose: the tests' component scan must not find it. */
    static class Naive {
        @Bean
        @Primary
        LabelLedger naiveLedger(
                LedgerMoves moves,
                LabelSettler settler,
                LabelVoider voider,
                CarrierDesk desk,
                Node node,
                LedgerTimes times,
                Clock clock,
                LedgerBook book,
                LabelPlans plans,
                LabelNews news,
                References references,
                TransactionRetry transactions) {
            return new LabelLedger(moves, settler, voider, desk, node, times, clock) {
                @Override
                public LabelOutcome buy(ParcelId parcel) {
                    LabelPurchase before = transactions.callAgainIfStale(() -> {
                        ParcelEntity box = book.parcel(parcel);
                        return book.current(box, LabelPurchase.Purpose.OUTBOUND)
                                .orElseGet(() -> moves.planned(box, LabelPurchase.Purpose.OUTBOUND, clock.instant()));
                    });
                    if (before.state() == LabelState.CONFIRMED) {
                        return new LabelOutcome.Bought(before.label());
                    }
                    LabelPlans.LabelPlan plan = transactions.call(
                            () -> plans.plan(book.parcel(parcel), LabelPurchase.Purpose.OUTBOUND, references.next(1)));
                    Booking booking;
                    try {
                        booking = desk.book(plan.connection(), plan.request());
                    } catch (PluginException e) {
                        return new LabelOutcome.Rejected(before.id(), e.code(), e.text(), List.of());
                    }
                    return transactions.callAgainIfStale(() -> {
                        Instant now = clock.instant();
                        LabelPurchase purchase = book.purchase(before.id());
                        if (purchase.state() == LabelState.PLANNED) {
                            String carrier = desk.standing(plan.connection())
                                    .profile()
                                    .orElseThrow()
                                    .carrierCode();
                            var target = new LabelPurchase.Target(
                                    plan.connection(), carrier, plan.request().product());
                            purchase.send(target, node, now, now.plusSeconds(60));
                            purchase.confirm(booking, now);
                            book.store(purchase, booking, now);
                            book.note(purchase, now, "naive", "", booking.trackingNumber());
                            news.bought(purchase.label(), purchase);
                        }
                        return new LabelOutcome.Bought(purchase.label());
                    });
                }
            };
        }
    }
}
