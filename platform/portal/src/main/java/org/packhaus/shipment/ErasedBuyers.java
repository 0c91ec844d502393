package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.OrderId;
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

    ErasedBuyers(EntityManager entities, ExchangeLog exchanges) {
        this.entities = entities;
        this.exchanges = exchanges;
    }

    @EventListener
    void on(BuyersErased event) {
        List<Long> orders = event.orders().stream().map(OrderId::value).toList();
        exchanges.forgetAbout(entities.createQuery(
                        "select p.trackingNumber from LabelPurchase p where p.orderId in (:orders) and p.trackingNumber is not null",
                        String.class)
                .setParameter("orders", orders)
                .getResultList());
        run(
                "update LabelAttempt a set a.request = '' where a.purchaseId in"
                        + " (select p.id from LabelPurchase p where p.orderId in (:orders))",
                orders);
        run(
                "update LabelEvent e set e.text = null where e.text is not null and e.purchaseId in"
                        + " (select p.id from LabelPurchase p where p.orderId in (:orders))",
                orders);
        run(
                "update ConfirmationEvent e set e.text = null where e.text is not null and e.confirmationId in"
                        + " (select c.id from ParcelConfirmation c where c.orderId in (:orders))",
                orders);
        run(
                "update ParcelConfirmation c set c.problemText = null where c.problemText is not null"
                        + " and c.orderId in (:orders)",
                orders);
        run(
                "update LabelPurchase p set p.problemText = null, p.faults = null, p.warnings = null"
                        + " where p.orderId in (:orders)",
                orders);
        run("update NumberCorrection c set c.why = '' where c.orderId in (:orders)", orders);
        entities.createQuery("update LabelDocument d set d.content = :nothing, d.size = 0 where d.parcelId in"
                        + " (select p.id from Parcel p where p.orderId in (:orders))")
                .setParameter("nothing", new byte[0])
                .setParameter("orders", orders)
                .executeUpdate();
    }

    private void run(String update, List<Long> orders) {
        entities.createQuery(update).setParameter("orders", orders).executeUpdate();
    }
}
