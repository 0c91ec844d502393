package org.packhaus.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.Parcelled;
import org.packhaus.shipment.ShipmentService;
import org.springframework.stereotype.Service;

/**
 * Second choices that wait for a person's yes. Each question is put to the rules anew: a carrier that is back by now is not passed over.
 * Sees the sellers in scope only.
 */
@Service
public class SecondChoices {
    /** The code of what an order says while it waits. */
    public static final String CODE = RuleEngine.ASK_FIRST;

    private final RuleBook book;
    private final RuleAdvisor advisor;
    private final RuleService rules;
    private final ShipmentService shipments;
    private final TransactionRetry transactions;

    SecondChoices(
            RuleBook book,
            RuleAdvisor advisor,
            RuleService rules,
            ShipmentService shipments,
            TransactionRetry transactions) {
        this.book = book;
        this.advisor = advisor;
        this.rules = rules;
        this.shipments = shipments;
        this.transactions = transactions;
    }

    /** Who would bring these orders instead; those that need no yes any more are left out. */
    public Map<OrderId, Offer> waiting(Collection<OrderId> orders) {
        Map<OrderId, Offer> waiting = new LinkedHashMap<>();
        orders.forEach(
                order -> transactions.call(() -> asked(order)).ifPresent(found -> waiting.put(order, found.offer())));
        return waiting;
    }

    /**
     * Says yes for these orders, as if each had been chosen by hand. What needs no yes any more stays as it is. Book them afterwards.
     *
     * @return those for which it was said
     */
    public Set<OrderId> take(Collection<OrderId> orders) {
        Set<OrderId> taken = new LinkedHashSet<>();
        orders.forEach(order -> transactions.call(() -> asked(order)).ifPresent(found -> {
            rules.pickByHand(order, found.offer(), found.extras());
            taken.add(order);
        }));
        return taken;
    }

    private record Asked(Offer offer, List<Extra> extras) {}

    private Optional<Asked> asked(OrderId order) {
        for (Parcelled parcel : shipments.undecided(order)) {
            if (advisor.advise(parcel).orElse(null) instanceof Advice.Stop(var problem, var instead)
                    && instead.isPresent()) {
                return Optional.of(asked(parcel.seller().id(), instead.get()));
            }
        }
        return Optional.empty();
    }

    private Asked asked(SellerId seller, CarrierPick pick) {
        List<Extra> extras = book.current(seller).stream()
                .flatMap(version -> version.view().rules().stream())
                .filter(rule -> rule.name().equals(pick.reason().detail()))
                .flatMap(rule -> rule.extras().stream())
                .toList();
        return new Asked(new Offer(pick.connection(), pick.product()), extras);
    }
}
