package org.packhaus.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Quotes.Quote;
import org.packhaus.sdk.Rejected;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.LivePrices;
import org.packhaus.shipment.PriceQuestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Asks carriers for prices and keeps the answers until they expire. Asking is free and harmless, so nothing is locked: two that ask the
 * same at once get two answers, and the newer one counts. Whatever goes wrong is an answer too, for the price table stands in.
 */
@Component
class LiveRates {
    private static final Logger log = LoggerFactory.getLogger(LiveRates.class);
    /** Contracts change by the day, surcharges by the week. */
    private static final Duration ANSWER_COUNTS = Duration.ofHours(4);

    private static final Duration REFUSAL_COUNTS = Duration.ofMinutes(15);
    /** A batch must not wait at every row for a carrier that says nothing. */
    private static final Duration SILENCE_COUNTS = Duration.ofMinutes(2);
    /** What expires while a booking is prepared is asked for again before. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int AT_ONCE = 4;
    private static final String EURO = "EUR";

    private final RuleBook book;
    private final TransactionRetry transactions;
    private final Clock clock;

    LiveRates(RuleBook book, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * One call to make.
     *
     * @param products whose price is wanted; the carrier names others as well
     */
    record Call(ConnectionId connection, ParcelShape shape, String city, LocalDate shipDate, Set<String> products) {
        private Question question() {
            return new Question(connection, shape.key());
        }
    }

    /** Same question, same answer. */
    private record Question(ConnectionId connection, String shape) {}

    /** Calls to make, each once, the most wanted first. */
    static final class Calls {
        private final Map<Question, Call> calls = new LinkedHashMap<>();
        private final Map<Question, Integer> wanted = new LinkedHashMap<>();

        void add(Facts parcel, String city, List<PriceAsking> askings) {
            for (PriceAsking asking : askings) {
                ParcelShape.of(parcel, asking.services()).ifPresent(shape -> {
                    var call = new Call(
                            asking.offer().connection(),
                            shape,
                            city,
                            parcel.shipDate(),
                            Set.of(asking.offer().product()));
                    wanted.merge(call.question(), 1, Integer::sum);
                    calls.merge(call.question(), call, Calls::both);
                });
            }
        }

        private static Call both(Call one, Call other) {
            Set<String> products = new LinkedHashSet<>(one.products());
            products.addAll(other.products());
            return new Call(one.connection(), one.shape(), one.city(), one.shipDate(), products);
        }

        List<Call> list() {
            return calls.entrySet().stream()
                    .sorted((a, b) ->
                            Integer.compare(wanted.getOrDefault(b.getKey(), 0), wanted.getOrDefault(a.getKey(), 0)))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        boolean isEmpty() {
            return calls.isEmpty();
        }
    }

    /**
     * What came of asking.
     *
     * @param calls that were made; those left over when the time was up are not
     * @param priced how many brought a price
     */
    record Asked(int calls, int priced) {
        static final Asked NONE = new Asked(0, 0);

        private Asked plus(Map<Offer, LiveQuote> answer) {
            boolean live = answer.values().stream().anyMatch(one -> one.answer() == LiveQuote.Answer.LIVE);
            return answer.isEmpty() ? this : new Asked(calls + 1, live ? priced + 1 : priced);
        }
    }

    /** What of it is not known yet. */
    List<Call> unanswered(SellerDetails seller, Calls calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        List<Call> list = calls.list();
        LiveQuotes known = transactions.call(() -> book.quotes(
                seller.id(),
                list.stream().map(call -> call.shape().key()).distinct().toList(),
                clock.instant().plus(MARGIN)));
        return list.stream()
                .filter(call -> {
                    Map<Offer, LiveQuote> answers =
                            known.answers().getOrDefault(call.shape().key(), Map.of());
                    return !call.products().stream()
                            .allMatch(product -> answers.containsKey(new Offer(call.connection(), product)));
                })
                .toList();
    }

    /**
     * Makes these calls, a few at once, and writes every answer down as it comes.
     *
     * @param until calls that have not begun by then are not made
     * @param done told how many are through
     */
    Asked ask(SellerDetails seller, Collection<Call> calls, LivePrices carriers, Instant until, IntConsumer done) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("carriers are not asked for prices inside a transaction");
        }
        if (calls.isEmpty()) {
            return Asked.NONE;
        }
        Set<SellerId> scope = SellerScope.current();
        Semaphore turn = new Semaphore(AT_ONCE);
        Asked asked = Asked.NONE;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<Map<Offer, LiveQuote>>(threads);
            for (Call call : calls) {
                answers.submit(() -> {
                    turn.acquire();
                    try {
                        return clock.instant().isAfter(until)
                                ? Map.<Offer, LiveQuote>of()
                                : SellerScope.call(scope, () -> answered(seller, call, carriers));
                    } finally {
                        turn.release();
                    }
                });
            }
            for (int through = 1; through <= calls.size(); through++) {
                Map<Offer, LiveQuote> answer = answers.take().get();
                asked = asked.plus(answer);
                done.accept(through);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer to a price question could not be kept", e.getCause());
        }
        return asked;
    }

    private Map<Offer, LiveQuote> answered(SellerDetails seller, Call call, LivePrices carriers) {
        Map<Offer, LiveQuote> answer = answer(seller, call, carriers);
        Instant now = clock.instant();
        transactions.run(() -> answer.forEach((offer, quote) -> book.add(
                new PriceQuote(seller.id(), offer, call.shape(), quote, now, now.plus(counts(quote.answer()))))));
        return answer;
    }

    private Map<Offer, LiveQuote> answer(SellerDetails seller, Call call, LivePrices carriers) {
        try {
            ParcelShape shape = call.shape();
            List<Quote> quotes = carriers.of(
                    call.connection(),
                    seller,
                    new PriceQuestion(
                            shape.weight(),
                            shape.size(),
                            shape.country(),
                            shape.postcode(),
                            call.city(),
                            call.shipDate(),
                            shape.services()));
            Map<Offer, LiveQuote> answer = without(call, LiveQuote.Answer.NOT_OFFERED);
            for (Quote quote : quotes) {
                if (quote.price().currency().getCurrencyCode().equals(EURO)) {
                    answer.put(
                            new Offer(call.connection(), quote.product()),
                            new LiveQuote(
                                    LiveQuote.Answer.LIVE,
                                    quote.price(),
                                    quote.transitDays().orElse(null)));
                }
            }
            return answer;
        } catch (Rejected e) {
            log.debug(
                    "Connection {} names no price for {}: {}",
                    call.connection(),
                    call.shape().key(),
                    e.text());
            return without(call, LiveQuote.Answer.REFUSED);
        } catch (PluginException e) {
            log.debug(
                    "Connection {} told no price for {}: {}",
                    call.connection(),
                    call.shape().key(),
                    e.text());
            return without(call, LiveQuote.Answer.NO_ANSWER);
        }
    }

    private static Map<Offer, LiveQuote> without(Call call, LiveQuote.Answer why) {
        Map<Offer, LiveQuote> answer = new LinkedHashMap<>();
        call.products().forEach(product -> answer.put(new Offer(call.connection(), product), LiveQuote.without(why)));
        return answer;
    }

    private static Duration counts(LiveQuote.Answer answer) {
        return switch (answer) {
            case LIVE, NOT_OFFERED -> ANSWER_COUNTS;
            case REFUSED -> REFUSAL_COUNTS;
            case NO_ANSWER -> SILENCE_COUNTS;
        };
    }
}
