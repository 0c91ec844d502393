package org.packhaus.aftersales;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PriceReductions;
import org.packhaus.sdk.PriceReductions.Reduction;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnParcel;
import org.packhaus.sdk.ReturnParcelPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.ReturnedItem.State;
import org.packhaus.sdk.Returns;
import org.packhaus.sdk.Returns.Answer;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A channel to which returns are announced, which decides for good, and which can forget to answer. */
final class FakeReturnDesk implements ReturnDesk {
    static final Duration DECIDES_AFTER = Duration.ofDays(14);

    /** What happens to the next decision or refund. */
    enum Mood {
        FINE,
        LOSES_ANSWER,
        BREAKS_BEFORE,
        BUSY,
        CALLER_DIES_AFTER
    }

    /** The process is gone: nobody notes anything. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    final BlockingDeque<Mood> moods = new LinkedBlockingDeque<>();
    final Map<String, ReturnedItem> items = new LinkedHashMap<>();
    final List<ReturnParcel> parcels = new ArrayList<>();
    /** Decisions that had an effect, call by call. */
    final List<List<ReturnDecision>> taken = new CopyOnWriteArrayList<>();

    final Map<String, Returns.Error> refuses = new LinkedHashMap<>();
    final Map<String, List<Reduction>> reductions = new LinkedHashMap<>();
    final List<ReturnQuery> queries = new CopyOnWriteArrayList<>();
    int calls;
    int perCall = 200;
    int pageSize = 50;
    Instant now = Instant.EPOCH;

    void announce(String order, int piece, Instant at, String... numbers) {
        put(order, piece, State.ANNOUNCED, at, numbers);
    }

    void put(String order, int piece, State state, Instant at, String... numbers) {
        String item = order + "-" + piece;
        items.put(
                item,
                new ReturnedItem(
                        "id-" + order,
                        item,
                        state,
                        at,
                        List.of(numbers).stream()
                                .map(number -> new ReturnNumber("HERMES", number))
                                .toList(),
                        state == State.MISDIRECTED ? Optional.of("Haldensleben") : Optional.empty(),
                        state == State.ACCEPTED ? Optional.of(ItemCondition.A) : Optional.empty(),
                        state == State.ACCEPTED ? Optional.of("OVERDUE_CREDIT") : Optional.empty()));
    }

    void parcel(String number, String order, int piece, ReturnParcel.Step... steps) {
        parcels.removeIf(parcel -> parcel.id().equals("p-" + number));
        parcels.add(new ReturnParcel(
                "p-" + number,
                new ReturnNumber("HERMES", number),
                List.of(new ReturnParcel.Item("id-" + order, order + "-" + piece)),
                List.of(steps)));
    }

    @Override
    public Optional<Reach> reach(ConnectionId channel) {
        return Optional.of(new Reach(
                perCall,
                Optional.of(DECIDES_AFTER),
                List.of(
                        new ReturnReason("RETURN_RECEIVED", Verdict.ACCEPT, false),
                        new ReturnReason("SHIPMENT_LOST", Verdict.ACCEPT, true),
                        new ReturnReason("WRONG_ITEM", Verdict.REJECT, false))));
    }

    @Override
    public ReturnPage returns(ConnectionId channel, ReturnQuery query) {
        outside();
        queries.add(query);
        List<ReturnedItem> all = items.values().stream()
                .filter(item -> query.state().map(item.state()::equals).orElse(true))
                .sorted(Comparator.comparing(ReturnedItem::changedAt).reversed())
                .toList();
        int from = query.cursor().map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + pageSize);
        return new ReturnPage(
                all.subList(from, to), to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }

    @Override
    public ReturnParcelPage parcels(ConnectionId channel, Instant since, Optional<String> cursor) {
        outside();
        return new ReturnParcelPage(
                parcels.stream()
                        .filter(parcel -> !parcel.steps().getLast().at().isBefore(since))
                        .toList(),
                Optional.empty());
    }

    @Override
    public synchronized List<Answer> decide(ConnectionId channel, List<ReturnDecision> decisions)
            throws PluginException {
        Mood mood = begin();
        List<ReturnDecision> effective = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        for (ReturnDecision decision : decisions) {
            Optional<Returns.Error> error = error(decision);
            if (error.isEmpty()) {
                effective.add(decision);
                items.put(
                        decision.channelItemId(),
                        new ReturnedItem(
                                decision.channelOrderId(),
                                decision.channelItemId(),
                                decision.verdict() == Verdict.ACCEPT ? State.ACCEPTED : State.REJECTED,
                                now,
                                List.of(),
                                Optional.empty(),
                                Optional.of(decision.condition()),
                                Optional.of(decision.reason())));
            }
            answers.add(new Answer(decision.channelItemId(), error));
        }
        taken.add(effective);
        end(mood);
        return answers;
    }

    private Optional<Returns.Error> error(ReturnDecision decision) {
        ReturnedItem held = items.get(decision.channelItemId());
        return held != null && held.state() == State.ACCEPTED
                ? Optional.of(new Returns.Error(Returns.ALREADY_TAKEN_BACK, "Product is already accepted"))
                : Optional.ofNullable(refuses.get(decision.channelItemId()));
    }

    private Mood begin() throws PluginException {
        outside();
        calls++;
        Mood mood = Optional.ofNullable(moods.poll()).orElse(Mood.FINE);
        switch (mood) {
            case FINE, LOSES_ANSWER, CALLER_DIES_AFTER -> {}
            case BREAKS_BEFORE -> throw new Unclear("answer-lost", "no answer", null);
            case BUSY -> throw new Unavailable("too-many-requests", "busy", Duration.ofSeconds(7), null);
        }
        return mood;
    }

    private static void end(Mood mood) throws PluginException {
        if (mood == Mood.LOSES_ANSWER) {
            throw new Unclear("answer-lost", "no answer", null);
        }
        if (mood == Mood.CALLER_DIES_AFTER) {
            throw new ProcessDied();
        }
    }

    @Override
    public boolean reducesPrices(ConnectionId channel) {
        return true;
    }

    @Override
    public synchronized void reduce(ConnectionId channel, String channelOrderId, String channelItemId, Money amount)
            throws PluginException {
        Mood mood = begin();
        reductions
                .computeIfAbsent(channelItemId, item -> new ArrayList<>())
                .add(new Reduction(amount, PriceReductions.State.INITIATED, now));
        end(mood);
    }

    @Override
    public List<Reduction> reductions(ConnectionId channel, String channelOrderId, String channelItemId) {
        outside();
        return List.copyOf(reductions.getOrDefault(channelItemId, List.of()));
    }

    @Override
    public boolean keepsReceipts(ConnectionId channel) {
        return false;
    }

    @Override
    public List<Receipt> receipts(ConnectionId channel, String channelOrderId, String orderNumber) {
        return List.of();
    }

    @Override
    public byte[] receipt(ConnectionId channel, String receiptNumber, String orderNumber) {
        return new byte[0];
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(30);
    }

    private static void outside() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("called out of a transaction");
        }
    }
}
