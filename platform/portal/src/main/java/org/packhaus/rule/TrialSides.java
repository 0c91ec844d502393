package org.packhaus.rule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.order.Stage;
import org.packhaus.rule.WhatIf.Side;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierChooser;
import org.packhaus.shipment.CarrierChooser.Chosen;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierStanding;
import org.packhaus.shipment.Parcelled;

/** Today's rules and the draft: what each does with an order. */
record TrialSides(
        SellerDetails seller,
        @Nullable RuleEngine today,
        RuleEngine draft,
        Function<ConnectionId, CarrierStanding> carriers,
        Instant now) {

    boolean mayAsk() {
        return draft.mayAsk(carriers) || (today != null && today.mayAsk(carriers));
    }

    /** The parcel of an order about which rules would have to decide. */
    Optional<Parcelled> undecided(ShippableOrder order, @Nullable Chosen chosen, @Nullable HandPick byHand) {
        return byHand == null ? parcel(order, chosen) : Optional.empty();
    }

    void ask(Parcelled parcel, LiveRates.Calls calls) {
        RuleAdvisor.add(parcel, draft, calls);
        if (today != null) {
            RuleAdvisor.add(parcel, today, calls);
        }
    }

    private Optional<Parcelled> parcel(ShippableOrder order, @Nullable Chosen chosen) {
        List<OrderItem> items = items(order, chosen != null);
        return order.freight()
                        || order.deliverTo() == null
                        || order.stage() == Stage.ANNOUNCED
                        || order.stage() == Stage.CANCELLED
                        || items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parcelled(order, items, seller, chosen == null ? now : chosen.at(), carriers));
    }

    Optional<Judged> judge(ShippableOrder order, @Nullable Chosen chosen, @Nullable HandPick byHand) {
        return parcel(order, chosen).map(parcel -> judge(parcel, order, chosen, byHand));
    }

    private Judged judge(Parcelled parcel, ShippableOrder order, @Nullable Chosen chosen, @Nullable HandPick byHand) {
        Facts facts = Facts.of(parcel);
        Side before = chosen == null ? side(advice(parcel, byHand, today), facts) : side(chosen.pick(), facts);
        return new Judged(order.id(), order.orderNumber(), before, side(advice(parcel, byHand, draft), facts));
    }

    /** What lies in the parcel, or would. */
    static List<OrderItem> items(ShippableOrder order, boolean packed) {
        return !packed && !order.items().isEmpty()
                ? order.items()
                : order.allItems().stream()
                        .filter(item ->
                                item.state() != ChannelItem.State.CANCELLED && item.kind() == DeliveryTerms.Kind.PARCEL)
                        .toList();
    }

    Advice advice(Parcelled parcel, @Nullable HandPick byHand, @Nullable RuleEngine rules) {
        return RuleAdvisor.advise(parcel, byHand, rules).orElseGet(() -> CarrierChooser.withoutRules(seller));
    }

    private Side side(Advice advice, Facts facts) {
        return switch (advice) {
            case Advice.Stop(var problem, var instead) -> new Side(null, null, null, problem.code());
            case Advice.Take(CarrierPick pick) -> {
                String obstacle = RuleEngine.obstacle(pick, facts, carriers);
                yield obstacle.isEmpty() ? side(pick, facts) : new Side(pick, null, null, obstacle);
            }
        };
    }

    private Side side(CarrierPick pick, Facts facts) {
        Rate rate = draft.rate(pick, facts);
        return new Side(pick, rate.price().orElse(null), rate.days().orElse(null), "");
    }

    /** An order seen from both sides. */
    record Judged(OrderId order, String number, Side now, Side then) {
        boolean changes() {
            CarrierPick one = now.pick();
            CarrierPick other = then.pick();
            return one == null || other == null
                    ? one != other
                    : !one.connection().equals(other.connection())
                            || !one.product().equals(other.product())
                            || !one.services().equals(other.services());
        }
    }
}
