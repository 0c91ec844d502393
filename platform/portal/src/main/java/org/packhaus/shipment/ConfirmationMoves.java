package org.packhaus.shipment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.JobType;
import org.packhaus.job.Jobs;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Confirmation;
import org.packhaus.seller.ConnectionId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The steps of a report to the channel, each one whole transaction that also tells the order and any batch that waits for it. */
@Component
class ConfirmationMoves {
    static final JobType<Due> JOB = new JobType<>("shipment.confirm", Due.class);
    /** The scheduled job is the safety net of whoever asked and goes on at once. */
    private static final Duration HEAD_START = Duration.ofSeconds(8);

    private static final String BOX_LACKS =
            "A box of the piece has no label that counts. Book the order, then confirm it again.";

    /** The channel holds something, so the orders' pieces have left. */
    private static final Set<ConfirmationState> MOVING =
            EnumSet.of(ConfirmationState.REPORTED, ConfirmationState.CONFIRMED, ConfirmationState.MISMATCH);

    /** Data of the job. */
    record Due(long confirmation) {}

    private final ShipmentBook book;
    private final LedgerBook ledger;
    private final ConfirmationReports reports;
    private final ConfirmationNotes notes;
    private final ShipmentStates states;
    private final OrderService orders;
    private final JointOrders joint;
    private final BatchNews batches;
    private final Jobs jobs;
    private final TransactionRetry transactions;
    private final ChannelDesk desk;
    private final LedgerTimes times;
    private final Clock clock;

    ConfirmationMoves(
            ShipmentBook book,
            LedgerBook ledger,
            ConfirmationReports reports,
            ConfirmationNotes notes,
            ShipmentStates states,
            OrderService orders,
            JointOrders joint,
            BatchNews batches,
            Jobs jobs,
            TransactionRetry transactions,
            ChannelDesk desk,
            LedgerTimes times,
            Clock clock) {
        this.book = book;
        this.ledger = ledger;
        this.reports = reports;
        this.notes = notes;
        this.states = states;
        this.orders = orders;
        this.joint = joint;
        this.batches = batches;
        this.jobs = jobs;
        this.transactions = transactions;
        this.desk = desk;
        this.times = times;
        this.clock = clock;
    }

    /** What is to be done next, outside any transaction. */
    sealed interface Next {
        /** @param reports one; several for the boxes of a piece, which are told at once */
        record Send(ConnectionId channel, List<Confirmation> reports) implements Next {}

        record Look(ConnectionId channel, List<Confirmation> reports, ConfirmationState state, Instant since, int tries)
                implements Next {}

        record Wait(Duration delay) implements Next {}

        record Over() implements Next {}
    }

    /** Writes down that the order's bought parcels are to be reported, together with the job that does it. Asking twice is no error. */
    List<ConfirmationId> schedule(OrderId wanted, String by) {
        OrderId order = joint.lead(wanted);
        while (true) {
            try {
                return transactions.callAgainIfStale(() -> trySchedule(order, by));
            } catch (DataIntegrityViolationException e) {
                // Somebody scheduled the same report in this moment; the next round finds it. Anything else comes
                // again.
                List<ConfirmationEntity> there = transactions.call(() -> book.confirmationsOf(List.of(order)));
                if (there.isEmpty()) {
                    throw e;
                }
            }
        }
    }

    private List<ConfirmationId> trySchedule(OrderId id, String by) {
        ShippableOrder order = orders.shippable(id);
        List<ConfirmationId> scheduled = new ArrayList<>();
        Map<ParcelId, LabelPurchase> bought = new LinkedHashMap<>();
        for (ParcelEntity parcel : book.liveParcelsOf(List.of(id))) {
            ledger.current(parcel, LabelPurchase.Purpose.OUTBOUND)
                    .filter(p -> p.state() == LabelState.CONFIRMED)
                    .ifPresent(label -> bought.put(parcel.id(), label));
        }
        for (LabelPurchase label : bought.values()) {
            List<ParcelId> boxes = book.boxesOf(id, label.parcelId());
            // Half a wardrobe is not reported: it waits until every box has its label.
            if (bought.keySet().containsAll(boxes)) {
                ConfirmationId report = schedule(label, order, by);
                if (boxes.getFirst().equals(label.parcelId())) {
                    scheduled.add(report);
                }
            }
        }
        return scheduled;
    }

    private ConfirmationId schedule(LabelPurchase label, ShippableOrder order, String by) {
        Instant now = clock.instant();
        Optional<ConfirmationEntity> before = book.confirmationOf(label.id());
        ConfirmationEntity confirmation = before.orElseGet(() -> {
            var fresh = new ConfirmationEntity(label, order.connection(), now, now, by);
            book.add(fresh);
            book.flush();
            notes.note(fresh, by, "", "");
            return fresh;
        });
        boolean again =
                confirmation.state() == ConfirmationState.REFUSED || confirmation.state() == ConfirmationState.STOPPED;
        if (again) {
            confirmation.scheduleAgain(now, now);
            notes.note(confirmation, by, "", "");
        }
        if (before.isEmpty() || again) {
            // A job of its own for each time it is wanted again: the last one may be just ending.
            jobs.schedule(
                    JOB,
                    again
                            ? confirmation.id() + "-" + UUID.randomUUID()
                            : confirmation.id().toString(),
                    confirmation.sellerId(),
                    new Due(confirmation.id().value()),
                    Instant.now().plus(HEAD_START));
        }
        return confirmation.id();
    }

    /** Decides what comes next, and commits it before it is done. */
    Next begin(ConfirmationId id, Node node) {
        return transactions.callAgainIfStale(() -> {
            ConfirmationEntity confirmation = book.confirmation(id);
            Instant now = clock.instant();
            if (confirmation.isSentWithAnother()) {
                return new Next.Over();
            }
            return switch (confirmation.state()) {
                case SCHEDULED -> tooEarly(confirmation, now).orElseGet(() -> send(confirmation, node, now));
                case SENDING -> sending(confirmation, node, now);
                case UNCLEAR, REPORTED -> tooEarly(confirmation, now).orElseGet(() -> look(confirmation));
                case CONFIRMED, MISMATCH, REFUSED, STOPPED -> new Next.Over();
            };
        });
    }

    private static Optional<Next> tooEarly(ConfirmationEntity confirmation, Instant now) {
        return confirmation.dueAt().filter(now::isBefore).map(due -> new Next.Wait(Duration.between(now, due)));
    }

    private Next send(ConfirmationEntity confirmation, Node node, Instant now) {
        List<ParcelId> boxes = book.boxesOf(confirmation.order(), confirmation.parcelId());
        if (boxes.size() > 1 && !boxes.getFirst().equals(confirmation.parcelId())) {
            // The report of the first box speaks for this one.
            return new Next.Over();
        }
        List<ConfirmationEntity> together = new ArrayList<>(List.of(confirmation));
        for (ParcelId box : boxes.subList(1, boxes.size())) {
            Optional<ConfirmationEntity> other = scheduled(box);
            if (other.isEmpty()) {
                return end(
                        together,
                        node,
                        c -> c.refused(ConfirmationProblems.BOX_WITHOUT_LABEL, BOX_LACKS, now),
                        ConfirmationProblems.BOX_WITHOUT_LABEL,
                        BOX_LACKS);
            }
            together.add(other.get());
        }
        List<Confirmation> ready = new ArrayList<>();
        for (ConfirmationEntity one : together) {
            switch (reports.draft(one)) {
                case ConfirmationReports.Draft.Ready(Confirmation report) -> ready.add(report);
                case ConfirmationReports.Draft.Stop(String code, String text) -> {
                    return end(together, node, c -> c.stop(code, text, now), code, text);
                }
                case ConfirmationReports.Draft.Refuse(String code, String text) -> {
                    return end(together, node, c -> c.refused(code, text, now), code, text);
                }
            }
        }
        Instant leaseEnds = now.plus(desk.deadline()).plus(times.leaseMargin());
        for (int i = 0; i < together.size(); i++) {
            together.get(i).send(ready.get(i), confirmation.id(), node, now, leaseEnds);
            notes.note(together.get(i), LedgerMoves.actor(node), "", "");
        }
        return new Next.Send(confirmation.channel(), ready);
    }

    /** The report of another box, if it may be sent now. */
    private Optional<ConfirmationEntity> scheduled(ParcelId box) {
        return ledger.current(ledger.parcel(box), LabelPurchase.Purpose.OUTBOUND)
                .filter(label -> label.state() == LabelState.CONFIRMED)
                .flatMap(label -> book.confirmationOf(label.id()))
                .filter(c -> c.state() == ConfirmationState.SCHEDULED);
    }

    private Next end(
            List<ConfirmationEntity> together, Node node, Consumer<ConfirmationEntity> step, String code, String text) {
        together.forEach(step);
        together.forEach(one -> over(one, LedgerMoves.actor(node), code, text));
        return new Next.Over();
    }

    private Next sending(ConfirmationEntity confirmation, Node node, Instant now) {
        boolean callerDied =
                confirmation.leaseUntil().filter(now::isAfter).isPresent() || confirmation.isOfEarlierLife(node);
        if (!callerDied) {
            return new Next.Wait(
                    Duration.between(now, confirmation.leaseUntil().orElse(now)).plusSeconds(1));
        }
        String text = "The portal stopped while it was reporting the parcel. The channel is asked what it knows.";
        for (ConfirmationEntity one : book.sentWith(confirmation.id())) {
            one.unclear("node-died", text, now, now);
            notes.note(one, LedgerMoves.actor(node), "node-died", text);
        }
        return look(confirmation);
    }

    private Next look(ConfirmationEntity confirmation) {
        return new Next.Look(
                confirmation.channel(),
                book.sentWith(confirmation.id()).stream()
                        .map(one -> one.request().orElseThrow())
                        .toList(),
                confirmation.state(),
                confirmation.since(),
                confirmation.tries());
    }

    void reported(ConfirmationId id, @Nullable String channelId, String actor) {
        move(id, actor, "", "", c -> {
            if (!c.state().isTaken()) {
                c.reported(channelId, clock.instant());
            }
        });
    }

    void confirmed(ConfirmationId id, String channelId, String actor) {
        move(id, actor, "", "", c -> {
            if (c.state() != ConfirmationState.CONFIRMED) {
                c.confirmed(channelId, clock.instant());
            }
        });
    }

    void mismatch(ConfirmationId id, String code, String text, String actor) {
        move(id, actor, code, text, c -> c.mismatch(code, text, clock.instant()));
    }

    void refused(ConfirmationId id, String code, String text, String actor) {
        move(id, actor, code, text, c -> c.refused(code, text, clock.instant()));
    }

    void unclear(ConfirmationId id, String code, String text, String actor) {
        move(id, actor, code, text, c -> c.unclear(code, text, clock.instant(), times.next(clock.instant(), 0)));
    }

    void hadNoEffect(ConfirmationId id, String code, String text, Optional<Duration> retryAfter, String actor) {
        move(id, actor, code, text, c -> {
            Instant now = clock.instant();
            Instant due = times.next(now, c.tries());
            Instant asked = now.plus(retryAfter.orElse(Duration.ZERO));
            c.hadNoEffect(code, text, now, asked.isAfter(due) ? asked : due);
        });
    }

    void lookLater(ConfirmationId id, String code, String text, Instant due) {
        transactions.callAgainIfStale(() -> {
            book.sentWith(id).forEach(one -> one.putOff(code, text, due));
            return true;
        });
    }

    private void move(ConfirmationId id, String actor, String code, String text, Consumer<ConfirmationEntity> step) {
        transactions.callAgainIfStale(() -> {
            for (ConfirmationEntity confirmation : book.sentWith(id)) {
                ConfirmationState before = confirmation.state();
                step.accept(confirmation);
                if (confirmation.state() != before) {
                    over(confirmation, actor, code, text);
                }
            }
            return true;
        });
    }

    /** Tells the order and the batch. */
    private void over(ConfirmationEntity confirmation, String actor, String code, String text) {
        notes.note(confirmation, actor, code, text);
        RowOutcome outcome = outcomeOf(confirmation.order()).orElseThrow();
        if (MOVING.contains(confirmation.state())) {
            states.tell(confirmation.order());
        }
        for (OrderId order : joint.together(confirmation.order())) {
            tell(order, confirmation, code, text);
            batches.reportMoved(order, outcome);
        }
    }

    private void tell(OrderId order, ConfirmationEntity confirmation, String code, String text) {
        String number = confirmation.trackingNumber();
        switch (confirmation.state()) {
            case REPORTED -> orders.timeline(order, "confirmed", number);
            case CONFIRMED -> {
                orders.clearProblem(order, ConfirmationProblems.CODES);
                orders.timeline(order, "read-back", number);
            }
            case MISMATCH, REFUSED, STOPPED -> orders.markProblem(order, new Problem(code, text));
            case UNCLEAR -> orders.timeline(order, "confirm-unclear", text);
            case SCHEDULED, SENDING -> {}
        }
    }

    /** What a batch says of the order's reports by now; empty if there are none. */
    Optional<RowOutcome> outcome(OrderId order) {
        return transactions.call(() -> outcomeOf(joint.lead(order)));
    }

    /** Of a parcel that was given up nobody speaks any more, unless there is no other. */
    private Optional<RowOutcome> outcomeOf(OrderId lead) {
        List<ConfirmationEntity> all = book.confirmationsOf(List.of(lead));
        Set<ParcelId> live =
                book.liveParcelsOf(List.of(lead)).stream().map(ParcelEntity::id).collect(Collectors.toSet());
        List<ConfirmationEntity> counting =
                all.stream().filter(one -> live.contains(one.parcelId())).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(ConfirmationProblems.outcome(counting.isEmpty() ? all : counting));
    }
}
