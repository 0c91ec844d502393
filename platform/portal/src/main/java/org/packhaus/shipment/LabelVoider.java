package org.packhaus.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Component;

/** Gives labels back, and makes room for the next one. VOIDING is committed before the call; asking a carrier twice is safe. */
@Component
class LabelVoider {
    private final LedgerBook book;
    private final LedgerMoves moves;
    private final LabelNews news;
    private final CarrierDesk desk;
    private final Node node;
    private final LedgerTimes times;
    private final Clock clock;

    LabelVoider(
            LedgerBook book,
            LedgerMoves moves,
            LabelNews news,
            CarrierDesk desk,
            Node node,
            LedgerTimes times,
            Clock clock) {
        this.book = book;
        this.moves = moves;
        this.news = news;
        this.desk = desk;
        this.node = node;
        this.times = times;
        this.clock = clock;
    }

    private sealed interface Begin {
        record Call(ConnectionId connection, String trackingNumber) implements Begin {}

        record Answered(VoidOutcome outcome) implements Begin {}
    }

    VoidOutcome give(PurchaseId id, String by) {
        return switch (moves.inTransaction(() -> begin(book.purchase(id), by))) {
            case Begin.Answered(VoidOutcome outcome) -> outcome;
            case Begin.Call(ConnectionId connection, String number) -> call(id, connection, number, by);
        };
    }

    private Begin begin(LabelPurchase purchase, String by) {
        Instant now = clock.instant();
        switch (purchase.state()) {
            case CONFIRMED -> {
                try {
                    news.mayBeVoided(purchase);
                } catch (ShipmentException e) {
                    return new Begin.Answered(new VoidOutcome.Refused(purchase.id(), e.code(), e.text()));
                }
            }
            case VOIDING -> {
                if (purchase.leaseUntil().filter(now::isBefore).isPresent()) {
                    return new Begin.Answered(new VoidOutcome.Pending(
                            purchase.id(), "being-voided", "The label is being given back right now."));
                }
            }
            case VOIDED -> {
                return new Begin.Answered(voided(purchase));
            }
            case PLANNED, SENDING, REJECTED, UNCLEAR, NEEDS_PERSON -> {
                return new Begin.Answered(new VoidOutcome.Refused(
                        purchase.id(), "no-label", "There is no label yet that could be given back."));
            }
        }
        boolean begins = purchase.state() == LabelState.CONFIRMED;
        purchase.voiding(node, now, now.plus(desk.deadline()).plus(times.leaseMargin()));
        if (begins) {
            book.note(purchase, now, by, "", "");
        }
        return new Begin.Call(
                purchase.connection().orElseThrow(), purchase.trackingNumber().orElseThrow());
    }

    private VoidOutcome call(PurchaseId id, ConnectionId connection, String number, String by) {
        CarrierDesk.Standing standing = desk.standing(connection);
        if (!standing.isReady()) {
            return later(id, standing.code(), standing.text());
        }
        if (!standing.cancels()) {
            return done(
                    id,
                    "carrier-takes-none-back",
                    "This carrier takes no label back. " + number
                            + " is marked as unused: destroy it. It is charged only if it is scanned.",
                    by);
        }
        try {
            Cancelled answer = desk.cancel(connection, number);
            return switch (answer) {
                case NOW -> done(id, GIVEN_BACK, "The carrier took " + number + " back.", by);
                case UNKNOWN_NUMBER ->
                    done(
                            id,
                            "number-unknown",
                            "The carrier does not know " + number + " any more: given back before, or too late."
                                    + " Look whether it is billed.",
                            by);
            };
        } catch (Rejected refusal) {
            return keep(id, refusal, by);
        } catch (PluginException e) {
            return later(id, e.code(), e.text());
        }
    }

    static final String GIVEN_BACK = "given-back";

    private VoidOutcome done(PurchaseId id, String code, String text, String by) {
        return moves.inTransaction(() -> {
            LabelPurchase purchase = book.purchase(id);
            if (purchase.state() == LabelState.VOIDING) {
                Instant now = clock.instant();
                purchase.voided(code, text, now);
                book.note(purchase, now, by, code, text);
                news.voided(purchase, text);
            }
            return purchase.state() == LabelState.VOIDED
                    ? voided(purchase)
                    : new VoidOutcome.Refused(id, purchase.problemCode(), purchase.problemText());
        });
    }

    private VoidOutcome keep(PurchaseId id, Rejected refusal, String by) {
        return moves.inTransaction(() -> {
            LabelPurchase purchase = book.purchase(id);
            if (purchase.state() == LabelState.VOIDING) {
                Instant now = clock.instant();
                purchase.keep(refusal.code(), refusal.text(), now);
                book.note(purchase, now, by, refusal.code(), refusal.text());
                news.problem(purchase, refusal.code(), refusal.text());
            }
            return new VoidOutcome.Refused(id, refusal.code(), refusal.text());
        });
    }

    private VoidOutcome later(PurchaseId id, String code, String text) {
        return moves.inTransaction(() -> {
            LabelPurchase purchase = book.purchase(id);
            if (purchase.state() == LabelState.VOIDING) {
                purchase.giveBackLater(code, text, times.next(clock.instant(), purchase.tries()));
            }
            return new VoidOutcome.Pending(id, code, text);
        });
    }

    private static VoidOutcome voided(LabelPurchase purchase) {
        return new VoidOutcome.Voided(
                purchase.id(),
                purchase.problemCode().equals(GIVEN_BACK),
                purchase.problemCode(),
                purchase.problemText());
    }

    PurchaseId newGeneration(ParcelId id, String reason, String by) {
        return moves.inTransaction(() -> {
            Instant now = clock.instant();
            ParcelEntity parcel = book.parcel(id);
            Optional<LabelPurchase> before = book.current(parcel, LabelPurchase.Purpose.OUTBOUND);
            if (before.isEmpty()
                    || !EnumSet.of(LabelState.CONFIRMED, LabelState.VOIDED, LabelState.REJECTED)
                            .contains(before.get().state())) {
                throw new ShipmentException(
                        "label-not-settled",
                        "Parcel " + id + " has a label that is wanted, under way or unclear. Settle that one first.");
            }
            news.mayBeVoided(before.get());
            parcel.nextGeneration();
            LabelPurchase next = moves.planned(parcel, LabelPurchase.Purpose.OUTBOUND, now);
            book.note(next, now, by, "new-label", reason);
            return next.id();
        });
    }
}
