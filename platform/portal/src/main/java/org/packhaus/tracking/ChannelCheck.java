package org.packhaus.tracking;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RecurringJob;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.ChannelViews;
import org.packhaus.shipment.PurchaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks channels what they have heard of parcels that their carriers have had for a day. It costs a call for each, so it is done twice in the
 * life of a good parcel: when it should be seen to move, and when it should be seen to have arrived.
 */
@Component
class ChannelCheck implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(ChannelCheck.class);
    private static final int MOST_CALLS = 60;
    private static final int MOST_ADOPTED = 500;
    /** What was handed over before is not begun with. */
    private static final Duration LONGEST = Duration.ofDays(14);

    /** Asks a channel what it holds of a parcel. */
    @FunctionalInterface
    interface Desk {
        Optional<ReportedShipment> of(PurchaseId label) throws PluginException;
    }

    private final EntityManager entities;
    private final Desk desk;
    private final TransactionRetry transactions;
    private final Clock clock;

    @Autowired
    ChannelCheck(EntityManager entities, ChannelViews views, TransactionRetry transactions, Clock clock) {
        this(entities, views::of, transactions, clock);
    }

    ChannelCheck(EntityManager entities, Desk desk, TransactionRetry transactions, Clock clock) {
        this.entities = entities;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tracking.channel";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(SellerId seller) {
        Instant now = clock.instant();
        adopt(seller, now);
        for (PurchaseId label : due(seller, now)) {
            try {
                List<ReportedShipment.News> news =
                        desk.of(label).map(ReportedShipment::news).orElse(List.of());
                heard(label, news, now);
            } catch (Rejected no) {
                log.debug("The channel does not show the parcel of label {}", label, no);
                putOff(label, now.plus(ChannelGap.PATIENCE));
            } catch (PluginException later) {
                log.debug("The channel cannot be asked now", later);
                return;
            }
        }
    }

    private void adopt(SellerId seller, Instant now) {
        transactions.callAgainIfStale(() -> {
            entities.createQuery("""
                            select t from TrackedParcel t where t.sellerId = :seller and t.handedOverAt > :since
                              and t.handedOverAt <= :until and t.nextLookAt is not null
                              and not exists (select 1 from ChannelTrack c where c.purchaseId = t.purchaseId)
                            """, TrackedParcel.class)
                    .setParameter("seller", seller.value())
                    .setParameter("since", now.minus(LONGEST))
                    .setParameter("until", now.minus(ChannelGap.PATIENCE))
                    .setMaxResults(MOST_ADOPTED)
                    .getResultList()
                    .forEach(parcel -> entities.persist(new ChannelTrack(seller.value(), parcel.id(), now)));
            return null;
        });
    }

    private List<PurchaseId> due(SellerId seller, Instant now) {
        return transactions.call(() -> entities.createQuery(
                        "select c from ChannelTrack c where c.sellerId = :seller and c.nextLookAt <= :now"
                                + " order by c.nextLookAt",
                        ChannelTrack.class)
                .setParameter("seller", seller.value())
                .setParameter("now", now)
                .setMaxResults(MOST_CALLS)
                .getResultStream()
                .map(ChannelTrack::label)
                .toList());
    }

    private void heard(PurchaseId label, List<ReportedShipment.News> news, Instant now) {
        transactions.callAgainIfStale(() -> {
            ChannelTrack track = entities.find(ChannelTrack.class, label.value());
            TrackedParcel parcel = entities.find(TrackedParcel.class, label.value());
            if (track != null && parcel != null) {
                track.heard(news, ChannelGap.of(parcel.handedOverAt(), parcel.deliveredAt(), news, now), now);
            }
            return null;
        });
    }

    private void putOff(PurchaseId label, Instant next) {
        transactions.callAgainIfStale(() -> {
            ChannelTrack track = entities.find(ChannelTrack.class, label.value());
            if (track != null) {
                track.putOff(next);
            }
            return null;
        });
    }
}
