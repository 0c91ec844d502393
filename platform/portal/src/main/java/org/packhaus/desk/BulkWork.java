package org.packhaus.desk;

import java.util.List;
import org.packhaus.audit.Audit;
import org.packhaus.order.CarrierChoice;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.rule.OfferRow;
import org.packhaus.rule.RuleOffers;
import org.packhaus.rule.RuleService;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Does a deed to one order. Doing it twice is harmless, so a row whose node died is simply done again. */
@Component
class BulkWork {
    private final OrderService orders;
    private final RuleService rules;
    private final RuleOffers offers;
    private final Audit audit;

    BulkWork(OrderService orders, RuleService rules, RuleOffers offers, Audit audit) {
        this.orders = orders;
        this.rules = rules;
        this.offers = offers;
        this.audit = audit;
    }

    void on(SellerId seller, OrderId order, Deed deed) {
        switch (deed) {
            case Deed.Hold(var reason) -> orders.hold(order, reason);
            case Deed.Release() -> orders.release(order);
            case Deed.Tag(var tag) -> orders.tag(order, tag);
            case Deed.Untag(var tag) -> orders.untag(order, tag);
            case Deed.Note(var text) -> orders.note(order, text);
            case Deed.Assign assign -> assign(seller, order, assign);
            case Deed.ByRules() -> {
                rules.forgetHandPick(order);
                orders.plannedCarrier(order, null);
            }
        }
    }

    private void assign(SellerId seller, OrderId order, Deed.Assign wanted) {
        OfferRow offer = offers.of(seller).stream()
                .filter(row -> row.carrier().equals(wanted.carrier())
                        && row.offer().product().equals(wanted.product()))
                .findFirst()
                .orElseThrow(() -> new DeskException(
                        "offer-missing",
                        "The seller of this order has no contract that sells this product of " + wanted.carrier()
                                + ". Connect the carrier for the seller, or choose another one."));
        rules.pickByHand(order, offer.offer(), List.of());
        orders.plannedCarrier(
                order,
                new CarrierChoice(
                        offer.carrier(),
                        offer.product(),
                        null,
                        "by-hand " + audit.actor().name()));
    }
}
