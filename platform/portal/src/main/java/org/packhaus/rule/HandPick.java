package org.packhaus.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Filter;
import org.packhaus.order.OrderId;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierReason;

/** Whom a person chose for one order; stands above every rule. */
@Entity
@Table(name = "rule_hand_pick")
@Filter(name = "seller")
class HandPick {
    static final String BY_HAND = "by-hand";

    @Id
    private long orderId;

    @Version
    private int version;

    private long sellerId;
    private long connectionId;
    private String product;
    private String extras;
    private Instant chosenAt;
    private String chosenBy;

    @SuppressWarnings("NullAway.Init")
    protected HandPick() {}

    HandPick(SellerId seller, OrderId order, Offer offer, List<Extra> added, Instant now, String by) {
        this.sellerId = seller.value();
        this.orderId = order.value();
        choose(offer, added, now, by);
    }

    final void choose(Offer offer, List<Extra> added, Instant now, String by) {
        connectionId = offer.connection().value();
        product = offer.product();
        extras = RuleJson.writeExtras(added);
        chosenAt = now;
        chosenBy = by;
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    CarrierPick pick(Facts parcel) {
        return new CarrierPick(
                new ConnectionId(connectionId),
                product,
                RuleJson.readExtras(extras).stream()
                        .map(extra -> extra.service(parcel.worth()))
                        .toList(),
                new CarrierReason(BY_HAND, chosenBy, List.of()));
    }
}
