package org.packhaus.shipment;

import static org.packhaus.shipment.LabelState.CONFIRMED;
import static org.packhaus.shipment.LabelState.NEEDS_PERSON;
import static org.packhaus.shipment.LabelState.PLANNED;
import static org.packhaus.shipment.LabelState.SENDING;
import static org.packhaus.shipment.LabelState.UNCLEAR;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.seller.ConnectionId;
import org.packhaus.shipment.LabelPurchase.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * The arrows of the ledger, each one whole transaction: reads the row anew, decides, writes the row and a line of its history, and tells
 * {@link LabelNews} before it commits. A transaction that lost against another is run again and then sees what the other did.
 */
@Component
class LedgerMoves {
    private static final Logger log = LoggerFactory.getLogger(LedgerMoves.class);

    private final LedgerBook book;
    private final TransactionRetry transactions;
    private final LabelPlans plans;
    private final LabelNews news;
    private final References references;
    private final LabelOutcomes outcomes;
    private final LedgerTimes times;
    private final Clock clock;

    LedgerMoves(
            LedgerBook book,
            TransactionRetry transactions,
            LabelPlans plans,
            LabelNews news,
            References references,
            LabelOutcomes outcomes,
            LedgerTimes times,
            Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.plans = plans;
        this.news = news;
        this.references = references;
        this.outcomes = outcomes;
        this.times = times;
        this.clock = clock;
    }

    /** What became of asking for the right to call. */
    sealed interface Claim {
        /** The caller holds it, and nobody else does. */
        record Won(
                PurchaseId purchase,
                Purpose purpose,
                int attempt,
                ConnectionId connection,
                BookingRequest request,
                List<Sent> doubtful,
                Instant at)
                implements Claim {}

        record Answered(LabelOutcome outcome) implements Claim {}
    }

    /** A request that was sent once. */
    record Sent(int attempt, ConnectionId connection, BookingRequest request) {}

    /** What has to be looked up. */
    record Look(Sent sent, Purpose purpose, Instant unclearSince, int tries) {}

    /** Whether a return label has to be bought before the parcel's own. */
    boolean wantsReturnLabel(ParcelId parcel) {
        return transactions.call(() -> book.parcel(parcel).wantedReturnLabel().isPresent());
    }

    Claim claim(ParcelId parcel, Purpose purpose, CarrierDesk desk, Node node) {
        while (true) {
            try {
                return transactions.callAgainIfStale(() -> tryClaim(book.lockedParcel(parcel), purpose, desk, node));
            } catch (DataIntegrityViolationException e) {
                // Somebody planned the same purchase in this moment; the next round finds it. Anything else comes
                // again.
                if (transactions.call(
                        () -> book.current(book.parcel(parcel), purpose).isEmpty())) {
                    throw e;
                }
            }
        }
    }

    private Claim tryClaim(ParcelEntity parcel, Purpose purpose, CarrierDesk desk, Node node) {
        Instant now = clock.instant();
        LabelPurchase purchase = book.current(parcel, purpose).orElseGet(() -> planned(parcel, purpose, now));
        return switch (purchase.state()) {
            case PLANNED ->
                purchase.dueAt().filter(now::isBefore).isPresent()
                        ? new Claim.Answered(outcome(purchase))
                        : send(parcel, purchase, desk, node, now);
            case REJECTED -> {
                purchase.planAgain(references.next(purchase.attempt() + 1), null, null, now, null);
                yield send(parcel, purchase, desk, node, now);
            }
            case SENDING, CONFIRMED, UNCLEAR, NEEDS_PERSON, VOIDING, VOIDED -> new Claim.Answered(outcome(purchase));
        };
    }

    LabelPurchase planned(ParcelEntity parcel, Purpose purpose, Instant now) {
        LabelPurchase purchase = new LabelPurchase(parcel, purpose, references.next(1), now);
        book.add(purchase);
        book.flush();
        return purchase;
    }

    private Claim send(ParcelEntity parcel, LabelPurchase purchase, CarrierDesk desk, Node node, Instant now) {
        LabelPlans.LabelPlan plan;
        try {
            plan = plans.plan(parcel, purchase.purpose(), purchase.reference());
        } catch (ShipmentException e) {
            return new Claim.Answered(new LabelOutcome.Rejected(purchase.id(), e.code(), e.text(), List.of()));
        }
        CarrierDesk.Standing standing = desk.standing(plan.connection());
        if (!standing.isReady()) {
            purchase.putOff(standing.code(), standing.text(), times.next(now, Math.max(purchase.tries(), 2)));
            return new Claim.Answered(outcome(purchase));
        }
        String carrierCode = standing.profile().orElseThrow().carrierCode();
        List<Sent> doubtful = purchase.attempt() == 1 || !standing.finds() || purchase.purpose() == Purpose.RETURN
                ? List.of()
                : book.onceUnclear(purchase).stream().map(LedgerMoves::sent).toList();
        var target = new LabelPurchase.Target(
                plan.connection(), carrierCode, plan.request().product());
        book.mark(parcel);
        purchase.send(target, node, now, leaseEnd(desk, now));
        book.add(new LabelAttempt(purchase, plan.connection(), plan.request(), node, now));
        book.note(purchase, now, actor(node), "", "");
        return new Claim.Won(
                purchase.id(),
                purchase.purpose(),
                purchase.attempt(),
                plan.connection(),
                plan.request(),
                doubtful,
                now);
    }

    /** Whether the claim still holds; if so it holds from now on for a whole call again. */
    boolean renew(Claim.Won won, CarrierDesk desk, Node node) {
        return transactions.call(() -> {
            LabelPurchase purchase = book.locked(won.purchase());
            if (purchase.state() != SENDING || purchase.attempt() != won.attempt() || !purchase.isLeasedTo(node)) {
                return false;
            }
            purchase.extendLease(node, leaseEnd(desk, clock.instant()));
            return true;
        });
    }

    private Instant leaseEnd(CarrierDesk desk, Instant now) {
        return now.plus(desk.deadline()).plus(times.leaseMargin());
    }

    /** The carrier's answer, in time or late; or what a look-up found. */
    LabelOutcome confirm(PurchaseId id, int attempt, Booking booking, String actor) {
        return transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            LabelPurchase purchase = book.purchase(id);
            if (!answers(purchase, attempt)) {
                return alreadySettled(purchase, attempt, booking, actor, now);
            }
            if (book.isTaken(purchase, booking.trackingNumber())) {
                return numberTaken(purchase, booking, actor, now);
            }
            ParcelEntity parcel = book.parcel(purchase.parcelId());
            purchase.confirm(withReturnNumber(booking, parcel), now);
            book.store(purchase, booking, now);
            book.note(purchase, attempt, now, actor, "", booking.trackingNumber());
            switch (purchase.purpose()) {
                case OUTBOUND -> news.bought(purchase.label(), purchase);
                case RETURN -> {
                    ReturnNumber wayBack = booking.returnNumber()
                            .orElseGet(() -> new ReturnNumber(purchase.carrierCode(), booking.trackingNumber()));
                    parcel.returnsUnder(wayBack, SourceKind.API);
                    news.returnLabelBought(purchase.label(), purchase);
                }
            }
            return outcome(purchase);
        });
    }

    /** A number the parcel had before is what the channel will be told, whatever else the label brings. */
    private static Booking withReturnNumber(Booking booking, ParcelEntity parcel) {
        return parcel.returnNumber()
                .map(known -> new Booking(
                        booking.trackingNumber(),
                        Optional.of(known),
                        booking.documents(),
                        booking.price(),
                        booking.warnings()))
                .orElse(booking);
    }

    private static boolean answers(LabelPurchase purchase, int attempt) {
        // PLANNED again under a later attempt: nothing has been sent since, so a late answer still settles it.
        return purchase.state() == PLANNED
                || purchase.attempt() == attempt
                        && EnumSet.of(SENDING, UNCLEAR, NEEDS_PERSON).contains(purchase.state());
    }

    private LabelOutcome alreadySettled(
            LabelPurchase purchase, int attempt, Booking booking, String actor, Instant now) {
        if (!booking.trackingNumber().equals(purchase.trackingNumber().orElse(""))) {
            String text = "The carrier also sold the label " + booking.trackingNumber() + " for parcel "
                    + purchase.parcelId() + ", under attempt " + attempt
                    + ", which was taken for lost. Give that one back in the carrier's portal.";
            book.note(purchase, attempt, now, actor, "second-label", text);
            news.problem(purchase, "second-label", text);
            log.error("second-label: {}", text);
        }
        return outcome(purchase);
    }

    private LabelOutcome numberTaken(LabelPurchase purchase, Booking booking, String actor, Instant now) {
        String text = "The carrier answered with the number " + booking.trackingNumber()
                + ", which another parcel has already. Look in its portal which of the two it belongs to.";
        if (purchase.state() == SENDING) {
            purchase.unclear("number-taken", text, now, now);
        }
        if (purchase.state() == UNCLEAR) {
            purchase.needPerson("number-taken", text, now);
        }
        return noted(purchase, "number-taken", text, actor, now);
    }

    LabelOutcome reject(Claim.Won won, Rejected refusal, Node node) {
        return ifMine(won, purchase -> {
            Instant now = clock.instant();
            purchase.reject(refusal.code(), refusal.text(), refusal.faults(), now);
            return noted(purchase, refusal.code(), refusal.text(), actor(node), now);
        });
    }

    LabelOutcome hadNoEffect(Claim.Won won, String code, String text, Optional<Duration> retryAfter, Node node) {
        return ifMine(won, purchase -> {
            Instant now = clock.instant();
            Instant due = times.next(now, purchase.tries());
            Instant asked = now.plus(retryAfter.orElse(Duration.ZERO));
            purchase.planAgain(
                    references.next(purchase.attempt() + 1), code, text, now, asked.isAfter(due) ? asked : due);
            return noted(purchase, code, text, actor(node), now);
        });
    }

    LabelOutcome unclear(Claim.Won won, String code, String text, Node node) {
        return ifMine(won, purchase -> {
            Instant now = clock.instant();
            purchase.unclear(code, text, now, times.next(now, 0));
            return noted(purchase, code, text, actor(node), now);
        });
    }

    private LabelOutcome ifMine(Claim.Won won, java.util.function.Function<LabelPurchase, LabelOutcome> move) {
        return transactions.callAgainIfStale(() -> {
            LabelPurchase purchase = book.purchase(won.purchase());
            return purchase.state() == SENDING && purchase.attempt() == won.attempt()
                    ? move.apply(purchase)
                    : outcome(purchase);
        });
    }

    /** Its caller died; whether the carrier sold it nobody here knows. */
    void abandon(PurchaseId id, Node self) {
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            LabelPurchase purchase = book.purchase(id);
            boolean over = purchase.leaseUntil().filter(now::isAfter).isPresent();
            if (purchase.state() == SENDING && (over || !purchase.isLeasedTo(self))) {
                String text = "The portal stopped while it was booking; the label may be paid. It is being looked up.";
                purchase.unclear("node-died", text, now, now);
                noted(purchase, "node-died", text, actor(self), now);
            }
            return true;
        });
    }

    /** What to ask the carrier about; empty when it is settled by now. */
    Optional<Look> look(PurchaseId id) {
        return transactions.call(() -> {
            LabelPurchase purchase = book.purchase(id);
            if (purchase.state() != UNCLEAR && purchase.state() != NEEDS_PERSON) {
                return Optional.empty();
            }
            Sent sent = book.attempt(purchase, purchase.attempt())
                    .map(LedgerMoves::sent)
                    .orElseGet(() -> {
                        var plan =
                                plans.plan(book.parcel(purchase.parcelId()), purchase.purpose(), purchase.reference());
                        return new Sent(purchase.attempt(), plan.connection(), plan.request());
                    });
            return Optional.of(new Look(sent, purchase.purpose(), purchase.since(), purchase.tries()));
        });
    }

    /** Nothing was sold under that attempt. */
    LabelOutcome notBought(PurchaseId id, int attempt, String code, String text, String actor, @Nullable Instant due) {
        return inDoubt(id, attempt, purchase -> {
            Instant now = clock.instant();
            purchase.planAgain(references.next(purchase.attempt() + 1), code, text, now, due);
            return noted(purchase, code, text, actor, now);
        });
    }

    LabelOutcome needPerson(PurchaseId id, int attempt, String code, String text, String actor) {
        return inDoubt(id, attempt, purchase -> {
            if (purchase.state() == UNCLEAR) {
                Instant now = clock.instant();
                purchase.needPerson(code, text, now);
                noted(purchase, code, text, actor, now);
            }
            return outcome(purchase);
        });
    }

    LabelOutcome lookLater(PurchaseId id, int attempt, String code, String text, Instant due) {
        return inDoubt(id, attempt, purchase -> {
            purchase.putOff(code, text, due);
            return outcome(purchase);
        });
    }

    private LabelOutcome inDoubt(
            PurchaseId id, int attempt, java.util.function.Function<LabelPurchase, LabelOutcome> move) {
        return transactions.callAgainIfStale(() -> {
            LabelPurchase purchase = book.purchase(id);
            return purchase.attempt() == attempt
                            && EnumSet.of(UNCLEAR, NEEDS_PERSON).contains(purchase.state())
                    ? move.apply(purchase)
                    : outcome(purchase);
        });
    }

    void doubt(PurchaseId id, String code, String text, String actor) {
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            LabelPurchase purchase = book.purchase(id);
            if (EnumSet.of(PLANNED, SENDING, UNCLEAR, NEEDS_PERSON).contains(purchase.state())) {
                purchase.doubt(code, text, now);
                noted(purchase, code, text, actor, now);
            }
            return true;
        });
    }

    private LabelOutcome noted(LabelPurchase purchase, String code, String text, String actor, Instant now) {
        book.note(purchase, now, actor, code, text);
        news.problem(purchase, code, text);
        return outcome(purchase);
    }

    /** It cannot be bought now, for a reason that goes away by itself: it is wanted all the same. */
    LabelOutcome wait(ParcelId parcel, String code, String text) {
        return transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            ParcelEntity box = book.parcel(parcel);
            LabelPurchase purchase =
                    book.current(box, Purpose.OUTBOUND).orElseGet(() -> planned(box, Purpose.OUTBOUND, now));
            if (purchase.state() == PLANNED) {
                purchase.putOff(code, text, times.next(now, Math.max(purchase.tries(), 2)));
            }
            return outcome(purchase);
        });
    }

    LabelOutcome outcome(LabelPurchase purchase) {
        return outcomes.of(purchase);
    }

    <T> T inTransaction(Supplier<T> work) {
        return transactions.callAgainIfStale(work);
    }

    static Sent sent(LabelAttempt attempt) {
        return new Sent(attempt.attempt(), attempt.connection(), attempt.request());
    }

    static String actor(Node node) {
        return "ledger@" + node.name();
    }
}
