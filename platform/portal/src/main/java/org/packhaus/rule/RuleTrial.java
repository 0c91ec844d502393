package org.packhaus.rule;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.order.ShippableOrder;
import org.packhaus.order.Stage;
import org.packhaus.rule.PriceTable.Priced;
import org.packhaus.rule.WhatIf.Change;
import org.packhaus.rule.WhatIf.Line;
import org.packhaus.rule.WhatIf.Side;
import org.packhaus.rule.WhatIf.Totals;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierChooser;
import org.packhaus.shipment.CarrierChooser.Chosen;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierStanding;
import org.packhaus.shipment.Parcelled;
import org.springframework.stereotype.Service;

/** Tries rules on orders without booking anything. It asks the same engine as booking does. Sees the sellers in scope only. */
@Service
public class RuleTrial {
    public static final int ORDERS = 10_000;
    private static final int PAGE = 500;

    private final RuleBook book;
    private final OrderService orders;
    private final SellerService sellers;
    private final CarrierChooser chooser;
    private final TransactionRetry transactions;
    private final Clock clock;

    RuleTrial(
            RuleBook book,
            OrderService orders,
            SellerService sellers,
            CarrierChooser chooser,
            TransactionRetry transactions,
            Clock clock) {
        this.book = book;
        this.orders = orders;
        this.sellers = sellers;
        this.chooser = chooser;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What these rules would do with the seller's newest orders, as carriers stand now. */
    public WhatIf whatIf(SellerId seller, List<ShippingRule> draft, int most) {
        return whatIf(seller, draft, most, chooser.standings(), clock.instant());
    }

    /**
     * A page of orders after the other, each in a handful of statements. An order that has a shipment is judged by the moment that was
     * made; any other by now.
     *
     * @param carriers how connections stand
     */
    public WhatIf whatIf(
            SellerId seller,
            List<ShippingRule> draft,
            int most,
            Function<ConnectionId, CarrierStanding> carriers,
            Instant now) {
        SellerScope.require(seller);
        long started = System.nanoTime();
        Sides sides = transactions.call(() -> new Sides(
                sellers.details(seller),
                book.current(seller)
                        .map(version -> book.engine(seller, version.view().rules()))
                        .orElse(null),
                book.engine(seller, draft),
                carriers,
                now));
        Tally tally = new Tally();
        @Nullable OrderId last = null;
        for (int left = most; left > 0; ) {
            OrderId before = last;
            int size = Math.min(left, PAGE);
            Page page = transactions.call(() -> page(seller, before, size, sides));
            page.judged().forEach(tally::add);
            tally.leftOut += page.ids().size() - page.judged().size();
            left -= size;
            if (page.ids().size() < size) {
                break;
            }
            last = page.ids().getLast();
        }
        return tally.result(Duration.ofNanos(System.nanoTime() - started));
    }

    private record Page(List<OrderId> ids, List<Judged> judged) {}

    private Page page(SellerId seller, @Nullable OrderId before, int size, Sides sides) {
        List<OrderId> ids = orders.newest(seller, before, size);
        Map<OrderId, Chosen> chosen = chooser.chosen(ids);
        Map<OrderId, HandPick> byHand = book.handPicks(ids);
        List<Judged> judged = orders.shippable(ids).stream()
                .sorted(Comparator.comparingLong(
                                (ShippableOrder order) -> order.id().value())
                        .reversed())
                .flatMap(order -> sides.judge(order, chosen.get(order.id()), byHand.get(order.id())).stream())
                .toList();
        return new Page(ids, judged);
    }

    /** An order seen from both sides. */
    private record Judged(OrderId order, String number, Side now, Side then) {
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

    /** Today's rules and the draft. */
    private record Sides(
            SellerDetails seller,
            @Nullable RuleEngine today,
            RuleEngine draft,
            Function<ConnectionId, CarrierStanding> carriers,
            Instant now) {

        Optional<Judged> judge(ShippableOrder order, @Nullable Chosen chosen, @Nullable HandPick byHand) {
            List<OrderItem> items = items(order, chosen != null);
            if (order.freight()
                    || order.deliverTo() == null
                    || order.stage() == Stage.ANNOUNCED
                    || order.stage() == Stage.CANCELLED
                    || items.isEmpty()) {
                return Optional.empty();
            }
            Parcelled parcel = new Parcelled(order, items, seller, chosen == null ? now : chosen.at(), carriers);
            Facts facts = Facts.of(parcel);
            Side before = chosen == null ? side(advice(parcel, byHand, today), facts) : side(chosen.pick(), facts);
            return Optional.of(
                    new Judged(order.id(), order.orderNumber(), before, side(advice(parcel, byHand, draft), facts)));
        }

        /** What lies in the parcel, or would. */
        private static List<OrderItem> items(ShippableOrder order, boolean packed) {
            return !packed && !order.items().isEmpty()
                    ? order.items()
                    : order.allItems().stream()
                            .filter(item -> item.state() != ChannelItem.State.CANCELLED
                                    && item.kind() == DeliveryTerms.Kind.PARCEL)
                            .toList();
        }

        Advice advice(Parcelled parcel, @Nullable HandPick byHand, @Nullable RuleEngine rules) {
            return RuleAdvisor.advise(parcel, byHand, rules).orElseGet(() -> CarrierChooser.withoutRules(seller));
        }

        private Side side(Advice advice, Facts facts) {
            return switch (advice) {
                case Advice.Stop(var problem) -> new Side(null, null, null, problem.code());
                case Advice.Take(CarrierPick pick) -> {
                    String obstacle = RuleEngine.obstacle(pick, facts, carriers);
                    yield obstacle.isEmpty() ? side(pick, facts) : new Side(pick, null, null, obstacle);
                }
            };
        }

        private Side side(CarrierPick pick, Facts facts) {
            Optional<Priced> priced = draft.price(pick, facts);
            return new Side(
                    pick,
                    priced.map(Priced::price).orElse(null),
                    priced.flatMap(Priced::days).orElse(null),
                    "");
        }
    }

    /** Adds up. */
    private static final class Tally {
        private final Map<Offer, Line> lines = new LinkedHashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private Totals now = Totals.NONE;
        private Totals then = Totals.NONE;
        private int orders;
        private int leftOut;
        private int changed;
        private int comparable;
        private BigDecimal difference = BigDecimal.ZERO;

        void add(Judged one) {
            orders++;
            now = now.plus(one.now());
            then = then.plus(one.then());
            var priceNow = one.now().price();
            var priceThen = one.then().price();
            if (priceNow != null && priceThen != null) {
                comparable++;
                difference = difference.add(priceThen.amount()).subtract(priceNow.amount());
            }
            line(one.now(), 1, 0);
            line(one.then(), 0, 1);
            if (one.changes()) {
                changed++;
                if (changes.size() < WhatIf.MOST_CHANGES) {
                    changes.add(new Change(one.order(), one.number(), one.now(), one.then()));
                }
            }
        }

        private void line(Side side, int before, int after) {
            CarrierPick pick = side.pick();
            if (pick == null || !side.obstacle().isEmpty()) {
                return;
            }
            BigDecimal cost =
                    side.price() == null ? BigDecimal.ZERO : side.price().amount();
            Offer offer = new Offer(pick.connection(), pick.product());
            lines.merge(
                    offer,
                    new Line(
                            offer,
                            before,
                            after,
                            before == 0 ? BigDecimal.ZERO : cost,
                            after == 0 ? BigDecimal.ZERO : cost),
                    (one, other) -> new Line(
                            offer,
                            one.now() + other.now(),
                            one.then() + other.then(),
                            one.costNow().add(other.costNow()),
                            one.costThen().add(other.costThen())));
        }

        WhatIf result(Duration took) {
            return new WhatIf(
                    orders,
                    leftOut,
                    changed,
                    now,
                    then,
                    comparable,
                    difference,
                    lines.values().stream()
                            .sorted(Comparator.comparingInt((Line line) -> Math.max(line.now(), line.then()))
                                    .reversed())
                            .toList(),
                    changes,
                    took);
        }
    }

    /** What the rules make of one order, and which of them speak of it; empty if the seller has no such order. */
    public Optional<OneOrder> one(SellerId seller, String orderNumber, List<ShippingRule> draft) {
        SellerScope.require(seller);
        String wanted = orderNumber.strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return transactions.call(() -> orders
                .page(
                        OrderFilter.of(OrderTab.ALL)
                                .withSellers(java.util.Set.of(seller))
                                .withSearch(wanted),
                        null,
                        20)
                .rows()
                .stream()
                .filter(row -> row.orderNumber().equalsIgnoreCase(wanted))
                .map(OrderRow::id)
                .findFirst()
                .map(id -> one(seller, orders.shippable(id), draft)));
    }

    private OneOrder one(SellerId seller, ShippableOrder order, List<ShippingRule> draft) {
        var sides = new Sides(
                sellers.details(seller), null, book.engine(seller, draft), chooser.standings(), clock.instant());
        var parcel = new Parcelled(
                order, Sides.items(order, order.items().isEmpty()), sides.seller(), sides.now(), sides.carriers());
        Facts facts = Facts.of(parcel);
        return new OneOrder(
                order.id(),
                order.orderNumber(),
                sides.advice(parcel, book.handPick(order.id()), sides.draft()),
                draft.stream()
                        .filter(rule -> rule.enabled() && Conditions.all(rule.conditions(), facts))
                        .map(ShippingRule::name)
                        .toList());
    }

    /**
     * The trial of one order.
     *
     * @param speaking the rules whose conditions hold, in order; the first that can name a carrier decides
     */
    public record OneOrder(OrderId order, String orderNumber, Advice advice, List<String> speaking) {}
}
