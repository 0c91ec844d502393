package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order of one seller. Changed only while its {@link OrderBook} is held. */
public final class Order {

    final String seller;
    final String kind;
    final String salesOrderId;
    final String orderNumber;
    final Instant orderDate;
    final String paymentMethod;
    final Address delivery;
    final Address invoice;
    final BigDecimal deliveryFee;
    final List<Item> items;
    Instant lifecycleChange;
    Instant lastModified;

    /** When the items leave ANNOUNCED, and whether they do so by being paid or by being cancelled. */
    @Nullable
    Instant announcedUntil;

    boolean neverPaid;

    /**
     * @param seller the seller's key
     * @param kind why the sandbox made it, for the control API
     * @param now when it last changed, which is what an importer asks for
     */
    public Order(
            String seller,
            String kind,
            String salesOrderId,
            String orderNumber,
            Instant orderDate,
            String paymentMethod,
            Address delivery,
            Address invoice,
            BigDecimal deliveryFee,
            List<Item> items,
            Instant now) {
        this.seller = seller;
        this.kind = kind;
        this.salesOrderId = salesOrderId;
        this.orderNumber = orderNumber;
        this.orderDate = orderDate;
        this.paymentMethod = paymentMethod;
        this.delivery = delivery;
        this.invoice = invoice;
        this.deliveryFee = deliveryFee;
        this.items = List.copyOf(items);
        this.lifecycleChange = now;
        this.lastModified = now;
    }

    /** The same order of another buyer. */
    public Order boughtBy(Order other) {
        return to(other.delivery, other.invoice);
    }

    /** The same order, but its buyer was in a hurry. */
    public Order withoutHouseNumber() {
        return to(delivery.withoutHouseNumber(), invoice);
    }

    private Order to(Address newDelivery, Address newInvoice) {
        return new Order(
                seller,
                kind,
                salesOrderId,
                orderNumber,
                orderDate,
                paymentMethod,
                newDelivery,
                newInvoice,
                deliveryFee,
                items,
                lastModified);
    }

    /** @param neverPaid a prepayment that will not come: cancelled at the end */
    public Order announcedUntil(Instant until, boolean neverPaid) {
        this.announcedUntil = until;
        this.neverPaid = neverPaid;
        return this;
    }

    public String seller() {
        return seller;
    }

    public String salesOrderId() {
        return salesOrderId;
    }

    public String orderNumber() {
        return orderNumber;
    }

    boolean any(FulfillmentStatus status) {
        return items.stream().anyMatch(i -> i.status == status);
    }

    boolean announced() {
        return any(FulfillmentStatus.ANNOUNCED);
    }

    boolean shippable() {
        return items.stream().anyMatch(Item::shippable);
    }

    Optional<Item> item(String positionItemId) {
        return items.stream()
                .filter(i -> i.positionItemId.equals(positionItemId))
                .findFirst();
    }

    Instant expectedDelivery() {
        return items.stream()
                .map(i -> i.expectedDelivery)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    void changed(Instant now) {
        lifecycleChange = now;
        lastModified = now;
    }

    /** Lets time do its work: payments arrive or fail, accepted cancellations take effect. */
    void settle(Instant now) {
        Instant until = announcedUntil;
        if (until != null && !until.isAfter(now)) {
            announcedUntil = null;
            for (Item item : items) {
                if (item.status == FulfillmentStatus.ANNOUNCED && neverPaid) {
                    item.cancelled(FulfillmentStatus.CANCELLED_BY_MARKETPLACE, "PAYMENT_ABORTED", until);
                } else if (item.status == FulfillmentStatus.ANNOUNCED) {
                    item.processable(until);
                }
            }
            changed(now);
        }
        for (Item item : items) {
            Instant due = item.cancelDue;
            if (due != null && !due.isAfter(now)) {
                item.cancelDue = null;
                if (item.status == FulfillmentStatus.PROCESSABLE) {
                    item.cancelled(FulfillmentStatus.CANCELLED_BY_PARTNER, "CANCELLED_ON_PARTNER_WISH", due);
                    changed(now);
                }
            }
        }
    }
}
