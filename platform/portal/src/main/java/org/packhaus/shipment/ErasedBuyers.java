package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.WordsDue;
import org.packhaus.plugin.ExchangeLog;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Forgets the buyers of orders long delivered, inside the erasing transaction: requests that hold their address, label files that show it,
 * texts that may quote it. Numbers, prices, states and hashes stay: they are the seller's books.
 */
@Component
class ErasedBuyers {
    private final EntityManager entities;
    private final ExchangeLog exchanges;
    private final JointOrders joint;

    ErasedBuyers(EntityManager entities, ExchangeLog exchanges, JointOrders joint) {
        this.entities = entities;
        this.exchanges = exchanges;
        this.joint = joint;
    }

    @EventListener
    void on(WordsDue event) {
        cancellations(event.orders(), event.before());
    }

    private void cancellations(List<OrderId> orders, Instant before) {
        entities.createQuery("update CancellationEntry c set c.problemText = null where c.problemText is not null"
                        + " and c.orderId in (:orders) and c.since < :before")
                .setParameter("orders", orders.stream().map(OrderId::value).toList())
                .setParameter("before", before)
                .executeUpdate();
    }

    @EventListener
    void on(BuyersErased event) {
        cancellations(event.orders(), WordsDue.EVER);
        List<Long> parcels = parcels(event.orders());
        if (parcels.isEmpty()) {
            return;
        }
        exchanges.forgetAbout(entities.createQuery(
                        "select p.trackingNumber from LabelPurchase p where p.parcelId in (:parcels) and p.trackingNumber is not null",
                        String.class)
                .setParameter("parcels", parcels)
                .getResultList());
        run(
                "update LabelAttempt a set a.request = '' where a.purchaseId in"
                        + " (select p.id from LabelPurchase p where p.parcelId in (:parcels))",
                parcels);
        run(
                "update LabelEvent e set e.text = null where e.text is not null and e.purchaseId in"
                        + " (select p.id from LabelPurchase p where p.parcelId in (:parcels))",
                parcels);
        run(
                "update ConfirmationEvent e set e.text = null where e.text is not null and e.confirmationId in"
                        + " (select c.id from ParcelConfirmation c where c.parcelId in (:parcels))",
                parcels);
        run(
                "update ParcelConfirmation c set c.problemText = null where c.problemText is not null"
                        + " and c.parcelId in (:parcels)",
                parcels);
        run(
                "update LabelPurchase p set p.problemText = null, p.faults = null, p.warnings = null"
                        + " where p.parcelId in (:parcels)",
                parcels);
        run("update NumberCorrection c set c.why = '' where c.parcelId in (:parcels)", parcels);
        entities.createQuery(
                        "update LabelDocument d set d.content = :nothing, d.size = 0 where d.parcelId in (:parcels)")
                .setParameter("nothing", new byte[0])
                .setParameter("parcels", parcels)
                .executeUpdate();
    }

    /** Theirs, and those of other orders in which pieces of theirs lie: such a parcel's papers go with the first of its orders. */
    private List<Long> parcels(List<OrderId> orders) {
        Set<Long> parcels = new LinkedHashSet<>(entities.createQuery(
                        "select p.id from Parcel p where p.orderId in (:orders)", Long.class)
                .setParameter("orders", orders.stream().map(OrderId::value).toList())
                .getResultList());
        Set<OrderId> guests = joint.leadOf(orders).keySet();
        if (!guests.isEmpty()) {
            List<Long> pieces = joint.pieces(guests).values().stream()
                    .flatMap(Set::stream)
                    .map(ItemId::value)
                    .toList();
            parcels.addAll(entities.createQuery(
                            "select distinct i.parcelId from ParcelItem i where i.orderItemId in (:pieces)", Long.class)
                    .setParameter("pieces", pieces)
                    .getResultList());
        }
        return List.copyOf(parcels);
    }

    private void run(String update, List<Long> parcels) {
        entities.createQuery(update).setParameter("parcels", parcels).executeUpdate();
    }
}
