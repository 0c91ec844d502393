package org.packhaus.shipment;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.shipment.LedgerMoves.Look;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out what became of purchases whose answer was lost: by asking the carrier, else by asking a person. Never by buying again. */
@Component
class LabelSettler {
    private static final Logger log = LoggerFactory.getLogger(LabelSettler.class);
    private static final int AT_ONCE = 200;

    private final LedgerBook book;
    private final LedgerMoves moves;
    private final CarrierDesk desk;
    private final Node node;
    private final LedgerTimes times;
    private final Clock clock;

    LabelSettler(LedgerBook book, LedgerMoves moves, CarrierDesk desk, Node node, LedgerTimes times, Clock clock) {
        this.book = book;
        this.moves = moves;
        this.desk = desk;
        this.node = node;
        this.times = times;
        this.clock = clock;
    }

    /** Marks what dead callers left behind. */
    int recover() {
        List<PurchaseId> left = moves.inTransaction(() -> book.abandoned(node, clock.instant(), AT_ONCE));
        left.forEach(purchase -> moves.abandon(purchase, node));
        return left.size();
    }

    List<PurchaseId> due(LabelState state) {
        return moves.inTransaction(() -> book.due(state, clock.instant(), AT_ONCE));
    }

    ParcelId parcelOf(PurchaseId purchase) {
        return moves.inTransaction(() -> book.purchase(purchase).parcelId());
    }

    OrderId orderOf(PurchaseId purchase) {
        return moves.inTransaction(() -> book.purchase(purchase).order());
    }

    /** Looks one unclear purchase up. */
    LabelOutcome settle(PurchaseId purchase) {
        Optional<Look> look = moves.look(purchase);
        return look.map(l -> settle(purchase, l)).orElseGet(() -> outcome(purchase));
    }

    private LabelOutcome settle(PurchaseId purchase, Look look) {
        var sent = look.sent();
        CarrierDesk.Standing standing = desk.standing(sent.connection());
        Instant now = clock.instant();
        if (!standing.isReady()) {
            return moves.lookLater(
                    purchase, sent.attempt(), standing.code(), standing.text(), times.next(now, look.tries()));
        }
        if (!standing.finds() || look.purpose() == LabelPurchase.Purpose.RETURN) {
            return moves.needPerson(
                    purchase,
                    sent.attempt(),
                    "look-in-portal",
                    "The label may be paid, and this carrier cannot be asked. Look for the reference "
                            + sent.request().reference() + " in its portal and decide.",
                    LedgerMoves.actor(node));
        }
        try {
            Optional<Booking> found = desk.find(sent.connection(), sent.request());
            return found.isPresent()
                    ? moves.confirm(purchase, sent.attempt(), found.get(), LedgerMoves.actor(node))
                    : none(purchase, look, clock.instant());
        } catch (PluginException e) {
            log.info("Purchase {} could not be looked up: {}", purchase, e.text());
            return notTold(purchase, look, e);
        }
    }

    /** There is none, which is believed only when a request under way cannot make it wrong any more. */
    private LabelOutcome none(PurchaseId purchase, Look look, Instant now) {
        Instant believed = look.unclearSince().plus(times.quiet());
        if (now.isBefore(believed)) {
            return moves.lookLater(
                    purchase,
                    look.sent().attempt(),
                    "asking-carrier",
                    "The carrier knows no label under this reference yet. It is asked once more before a new one is bought.",
                    believed);
        }
        return moves.notBought(
                purchase,
                look.sent().attempt(),
                "not-bought",
                "The carrier sold nothing under this reference. The label is bought again.",
                LedgerMoves.actor(node),
                now);
    }

    private LabelOutcome notTold(PurchaseId purchase, Look look, PluginException failure) {
        boolean paused = failure instanceof InvalidSettings;
        if (!paused && look.tries() >= times.giveUpAfter()) {
            return moves.needPerson(
                    purchase,
                    look.sent().attempt(),
                    "carrier-does-not-tell",
                    "The label may be paid, and the carrier does not tell: " + failure.text()
                            + " Look for the reference " + look.sent().request().reference()
                            + " in its portal and decide.",
                    LedgerMoves.actor(node));
        }
        return moves.lookLater(
                purchase,
                look.sent().attempt(),
                failure.code(),
                failure.text(),
                times.next(clock.instant(), look.tries()));
    }

    LabelOutcome fetch(PurchaseId purchase, String trackingNumber, Optional<String> returnNumber, String by) {
        Optional<Look> look = moves.look(purchase);
        if (look.isEmpty()) {
            return outcome(purchase);
        }
        var sent = look.get().sent();
        CarrierDesk.Standing standing = desk.standing(sent.connection());
        String why;
        if (!standing.isReady()) {
            why = standing.text();
        } else if (!standing.fetches() || look.get().purpose() == LabelPurchase.Purpose.RETURN) {
            why = "This carrier hands no label out again.";
        } else {
            try {
                Optional<Booking> found = desk.fetch(
                        sent.connection(), trackingNumber, sent.request().paper());
                if (found.isPresent()) {
                    return confirm(purchase, look.get(), withReturn(found.get(), returnNumber, standing), by);
                }
                why = "The carrier does not know the number " + trackingNumber + ".";
            } catch (PluginException e) {
                why = e.text();
            }
        }
        return new LabelOutcome.NeedsPerson(
                purchase, "upload-label", why + " Check the number, or upload the label's file from its portal.");
    }

    LabelOutcome bought(PurchaseId purchase, Booking found, String by) {
        return moves.look(purchase)
                .map(look -> confirm(purchase, look, found, by))
                .orElseGet(() -> outcome(purchase));
    }

    /** What the person says of the way back counts only where the carrier is silent. */
    private static Booking withReturn(Booking found, Optional<String> returnNumber, CarrierDesk.Standing standing) {
        Optional<ReturnNumber> said = returnNumber
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .flatMap(number -> standing.profile().map(carrier -> new ReturnNumber(carrier.carrierCode(), number)));
        return new Booking(
                found.trackingNumber(),
                found.returnNumber().or(() -> said),
                found.documents(),
                found.price(),
                found.warnings());
    }

    /** The channel will demand the number of the way back, and nobody can be asked for it later. */
    private LabelOutcome confirm(PurchaseId purchase, Look look, Booking found, String by) {
        if (look.sent().request().returnNumberWanted() && found.returnNumber().isEmpty()) {
            return new LabelOutcome.NeedsPerson(
                    purchase,
                    "return-number-wanted",
                    "The label " + found.trackingNumber()
                            + " is there, but the carrier does not repeat the number of the"
                            + " way back that was ordered with it. Type it as well: it stands beside the label in the"
                            + " carrier's portal.");
        }
        return moves.confirm(purchase, look.sent().attempt(), found, by);
    }

    LabelOutcome notBought(PurchaseId purchase, String by) {
        return moves.look(purchase)
                .map(look -> moves.notBought(
                        purchase,
                        look.sent().attempt(),
                        "not-bought",
                        by + " made sure that the carrier sold none. Book the label again.",
                        by,
                        null))
                .orElseGet(() -> outcome(purchase));
    }

    int doubtEverythingOpen(String by) {
        List<LabelState> open = List.copyOf(
                EnumSet.of(LabelState.PLANNED, LabelState.SENDING, LabelState.UNCLEAR, LabelState.NEEDS_PERSON));
        int doubted = 0;
        Long after = null;
        while (true) {
            Long from = after;
            List<PurchaseId> page = moves.inTransaction(() -> book.in(open, from, AT_ONCE));
            if (page.isEmpty()) {
                return doubted;
            }
            for (PurchaseId purchase : page) {
                moves.doubt(
                        purchase,
                        "restored",
                        "The database was restored from a backup; the label may have been bought since. It is looked up.",
                        by);
                doubted++;
            }
            after = page.getLast().value();
        }
    }

    LabelOutcome outcome(PurchaseId purchase) {
        return moves.inTransaction(() -> moves.outcome(book.purchase(purchase)));
    }

    List<LedgerEntry> history(PurchaseId purchase) {
        return moves.inTransaction(
                () -> book.history(purchase).stream().map(LabelEvent::entry).toList());
    }
}
