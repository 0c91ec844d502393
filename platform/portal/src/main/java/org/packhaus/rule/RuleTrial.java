package org.packhaus.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.order.ShippableOrder;
import org.packhaus.rule.WhatIf.Progress;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierChooser;
import org.packhaus.shipment.CarrierChooser.Chosen;
import org.packhaus.shipment.CarrierStanding;
import org.packhaus.shipment.Parcelled;
import org.springframework.stereotype.Service;

/** Tries rules on orders without booking anything. It asks the same engine as booking does. Sees the sellers in scope only. */
@Service
public class RuleTrial {
    public static final int ORDERS = 10_000;
    private static final int PAGE = 500;
    /** A person waits, and the carriers' limits are those that bookings live by. */
    static final int MOST_QUESTIONS = 300;

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final RuleBook book;
    private final OrderService orders;
    private final SellerService sellers;
    private final CarrierChooser chooser;
    private final LiveRates rates;
    private final TransactionRetry transactions;
    private final Clock clock;

    RuleTrial(
            RuleBook book,
            OrderService orders,
            SellerService sellers,
            CarrierChooser chooser,
            LiveRates rates,
            TransactionRetry transactions,
            Clock clock) {
        this.book = book;
        this.orders = orders;
        this.sellers = sellers;
        this.chooser = chooser;
        this.rates = rates;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What these rules would do with the seller's newest orders, as carriers stand now. Never inside a transaction. */
    public WhatIf whatIf(SellerId seller, List<ShippingRule> draft, int most, Consumer<Progress> progress) {
        return whatIf(seller, draft, most, chooser, clock.instant(), progress);
    }

    /**
     * A page of orders after the other, each in a handful of statements. An order that has a shipment is judged by the moment that was
     * made; any other by now.
     *
     * @param with tells how connections stand, and leads to those that tell prices
     */
    public WhatIf whatIf(
            SellerId seller,
            List<ShippingRule> draft,
            int most,
            CarrierChooser with,
            Instant now,
            Consumer<Progress> progress) {
        SellerScope.require(seller);
        long started = System.nanoTime();
        Function<ConnectionId, CarrierStanding> carriers = with.standings();
        TrialSides unasked = transactions.call(() -> sides(seller, draft, carriers, now, LiveQuotes.NONE));
        WhatIf.Live live = unasked.mayAsk() ? ask(seller, most, unasked, with, progress) : WhatIf.Live.NONE;
        TrialSides sides = unasked.mayAsk()
                ? transactions.call(() -> sides(seller, draft, carriers, now, book.quotes(seller, clock.instant())))
                : unasked;
        Tally tally = new Tally();
        walk(seller, most, sides::judge, (judged, looked) -> {
            judged.forEach(tally::add);
            tally.leaveOut(looked - judged.size());
            progress.accept(new Progress(Progress.Phase.WEIGHING, tally.looked(), most));
        });
        return tally.result(live, Duration.ofNanos(System.nanoTime() - started));
    }

    private TrialSides sides(
            SellerId seller,
            List<ShippingRule> draft,
            Function<ConnectionId, CarrierStanding> carriers,
            Instant now,
            LiveQuotes quotes) {
        return new TrialSides(
                sellers.details(seller),
                book.current(seller)
                        .map(version -> book.engine(seller, version.view().rules(), quotes))
                        .orElse(null),
                book.engine(seller, draft, quotes),
                carriers,
                now);
    }

    /** Asks once for each kind of parcel, the most frequent first. What is too much is left to the price tables. */
    private WhatIf.Live ask(
            SellerId seller, int most, TrialSides sides, CarrierChooser with, Consumer<Progress> progress) {
        LiveRates.Calls calls = new LiveRates.Calls();
        walk(seller, most, sides::undecided, (parcels, looked) -> parcels.forEach(parcel -> sides.ask(parcel, calls)));
        List<LiveRates.Call> unanswered = rates.unanswered(sides.seller(), calls);
        List<LiveRates.Call> asked = unanswered.stream().limit(MOST_QUESTIONS).toList();
        LiveRates.Asked answered = rates.ask(
                sides.seller(),
                asked,
                with.livePrices(),
                clock.instant().plus(PATIENCE),
                through -> progress.accept(new Progress(Progress.Phase.ASKING, through, asked.size())));
        return new WhatIf.Live(answered.calls(), answered.priced(), unanswered.size() - answered.calls());
    }

    /** What is seen of an order; empty if it is left out. */
    private interface Look<T> {
        Optional<T> at(ShippableOrder order, @Nullable Chosen chosen, @Nullable HandPick byHand);
    }

    private <T> void walk(SellerId seller, int most, Look<T> look, ObjIntConsumer<List<T>> seen) {
        @Nullable OrderId last = null;
        for (int left = most; left > 0; ) {
            OrderId before = last;
            int size = Math.min(left, PAGE);
            Page<T> page = transactions.call(() -> page(seller, before, size, look));
            seen.accept(page.found(), page.ids().size());
            left -= size;
            if (page.ids().size() < size) {
                break;
            }
            last = page.ids().getLast();
        }
    }

    private record Page<T>(List<OrderId> ids, List<T> found) {}

    private <T> Page<T> page(SellerId seller, @Nullable OrderId before, int size, Look<T> look) {
        List<OrderId> ids = orders.newest(seller, before, size);
        Map<OrderId, Chosen> chosen = chooser.chosen(ids);
        Map<OrderId, HandPick> byHand = book.handPicks(ids);
        return new Page<>(
                ids,
                orders.shippable(ids).stream()
                        // What is sent with another is judged with that one, as it is booked.
                        .filter(order -> order.sentWith() == null)
                        .sorted(Comparator.comparingLong(
                                        (ShippableOrder order) -> order.id().value())
                                .reversed())
                        .flatMap(order -> look.at(order, chosen.get(order.id()), byHand.get(order.id())).stream())
                        .toList());
    }

    /** What the rules make of one order, and which of them speak of it; empty if the seller has no such order. */
    public Optional<OneOrder> one(SellerId seller, String orderNumber, List<ShippingRule> draft) {
        SellerScope.require(seller);
        String wanted = orderNumber.strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return transactions.call(() -> found(seller, wanted)).map(id -> {
            askFor(seller, id, draft);
            return transactions.call(() -> one(seller, orders.shippable(id), draft));
        });
    }

    private Optional<OrderId> found(SellerId seller, String wanted) {
        return orders
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
                .findFirst();
    }

    private void askFor(SellerId seller, OrderId id, List<ShippingRule> draft) {
        LiveRates.Calls calls = new LiveRates.Calls();
        SellerDetails details = transactions.call(() -> {
            SellerDetails found = sellers.details(seller);
            RuleAdvisor.add(parcel(orders.shippable(id), found), RuleEngine.of(draft), calls);
            return found;
        });
        rates.ask(
                details,
                rates.unanswered(details, calls),
                chooser.livePrices(),
                clock.instant().plus(PATIENCE),
                through -> {});
    }

    private Parcelled parcel(ShippableOrder order, SellerDetails seller) {
        return new Parcelled(
                order, TrialSides.items(order, order.items().isEmpty()), seller, clock.instant(), chooser.standings());
    }

    private OneOrder one(SellerId seller, ShippableOrder order, List<ShippingRule> draft) {
        SellerDetails details = sellers.details(seller);
        Parcelled parcel = parcel(order, details);
        LiveQuotes quotes = book.quotes(seller, RuleEngine.of(draft).shapes(Facts.of(parcel)), clock.instant());
        var sides = new TrialSides(details, null, book.engine(seller, draft, quotes), parcel.carriers(), parcel.at());
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
