package org.packhaus.shipment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.shipment.LabelPurchase.Purpose;
import org.packhaus.shipment.LedgerMoves.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Buys labels so that no order pays twice and no label is lost. The rules are in docs/architecture.md, "The ledger"; its states in
 * {@link LabelState}. Needs a seller scope; must never be called inside a transaction, because money that is spent does not roll back.
 */
@Service
public class LabelLedger {
    private static final Logger log = LoggerFactory.getLogger(LabelLedger.class);

    private static final long LONGEST_PAUSE_MILLIS = 4_000;
    private static final String RETURN_FIRST = "The return label comes first. ";

    private final LedgerMoves moves;
    private final LabelSettler settler;
    private final LabelVoider voider;
    private final CarrierDesk desk;
    private final Node node;
    private final LedgerTimes times;
    private final Clock clock;

    LabelLedger(
            LedgerMoves moves,
            LabelSettler settler,
            LabelVoider voider,
            CarrierDesk desk,
            Node node,
            LedgerTimes times,
            Clock clock) {
        this.moves = moves;
        this.settler = settler;
        this.voider = voider;
        this.desk = desk;
        this.node = node;
        this.times = times;
        this.clock = clock;
    }

    /** Buys the label for one parcel, or tells what became of the one that was wanted before. */
    public LabelOutcome buy(ParcelId parcel) {
        refuseInsideTransaction();
        return returnLabelFirst(parcel).orElseGet(() -> buy(parcel, Purpose.OUTBOUND));
    }

    private LabelOutcome buy(ParcelId parcel, Purpose purpose) {
        return switch (moves.claim(parcel, purpose, desk, node)) {
            case Claim.Won won -> send(won);
            case Claim.Answered(LabelOutcome outcome) -> outcome;
        };
    }

    /**
     * A parcel whose number of the way back is bought apart gets that one first: a label without it could not be reported. What keeps the
     * return label waiting keeps the label waiting, and the ledger goes on by itself once it is there.
     *
     * @return why the label cannot be bought yet
     */
    private Optional<LabelOutcome> returnLabelFirst(ParcelId parcel) {
        if (!moves.wantsReturnLabel(parcel)) {
            return Optional.empty();
        }
        LabelOutcome wayBack = buy(parcel, Purpose.RETURN);
        return switch (wayBack) {
            case LabelOutcome.Bought bought -> Optional.empty();
            case LabelOutcome.Rejected refused -> Optional.of(refused);
            case LabelOutcome.NeedsPerson asks -> {
                moves.wait(parcel, asks.code(), asks.text());
                yield Optional.of(asks);
            }
            case LabelOutcome.Unclear lost ->
                Optional.of(moves.wait(parcel, "return-label-unclear", RETURN_FIRST + lost.text()));
            case LabelOutcome.NotAvailable busy ->
                Optional.of(moves.wait(parcel, busy.code(), RETURN_FIRST + busy.text()));
            case LabelOutcome.Pending other ->
                Optional.of(moves.wait(parcel, "return-label-under-way", RETURN_FIRST + "It is being bought."));
        };
    }

    /** Writes down that the label is wanted though it cannot be bought now; the ledger buys it once it can. */
    LabelOutcome want(ParcelId parcel, String code, String text) {
        return moves.wait(parcel, code, text);
    }

    private LabelOutcome send(Claim.Won won) {
        try {
            Optional<LabelOutcome> found = lastLook(won);
            if (found.isPresent()) {
                return found.get();
            }
        } catch (PluginException e) {
            return moves.hadNoEffect(won, e.code(), e.text(), Optional.empty(), node);
        }
        if (isLate(won) && !moves.renew(won, desk, node)) {
            return buyNothing(won);
        }
        Booking booking;
        try {
            booking = switch (won.purpose()) {
                case OUTBOUND -> desk.book(won.connection(), won.request());
                case RETURN -> desk.bookReturn(won.connection(), won.request());
            };
        } catch (PluginException e) {
            return failed(won, e);
        } catch (RuntimeException e) {
            log.error("Booking parcel of purchase {} failed outside the door", won.purchase(), e);
            return moves.unclear(won, "booking-broke", "The booking broke off; the label may be paid.", node);
        }
        return save(won, booking);
    }

    /** The answer is worth money: a database that is away for a moment is waited for, within the lease. */
    private LabelOutcome save(Claim.Won won, Booking booking) {
        for (long pause = 250; ; pause *= 2) {
            try {
                return moves.confirm(won.purchase(), won.attempt(), booking, LedgerMoves.actor(node));
            } catch (DataAccessException | TransactionException e) {
                if (pause > LONGEST_PAUSE_MILLIS || !slept(pause)) {
                    return notSaved(won, booking, e);
                }
                log.warn("Label {} could not be saved yet: {}", booking.trackingNumber(), e.toString());
            } catch (RuntimeException e) {
                return notSaved(won, booking, e);
            }
        }
    }

    private static boolean slept(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Earlier attempts that were believed to have failed are looked up once more before money is spent on the next. */
    private Optional<LabelOutcome> lastLook(Claim.Won won) throws PluginException {
        for (LedgerMoves.Sent earlier : won.doubtful()) {
            Optional<Booking> late = desk.find(earlier.connection(), earlier.request());
            if (late.isPresent()) {
                return Optional.of(moves.confirm(won.purchase(), won.attempt(), late.get(), LedgerMoves.actor(node)));
            }
        }
        return Optional.empty();
    }

    /** The process may have slept between claim and call (a stopped machine, a long collection): by now the lease may be over. */
    private boolean isLate(Claim.Won won) {
        return Duration.between(won.at(), clock.instant()).compareTo(times.beginWithin()) > 0;
    }

    private LabelOutcome buyNothing(Claim.Won won) {
        log.warn("Purchase {} was taken over before its call began; nothing was sent", won.purchase());
        return settler.outcome(won.purchase());
    }

    private LabelOutcome failed(Claim.Won won, PluginException failure) {
        return switch (failure) {
            case Rejected refusal -> moves.reject(won, refusal, node);
            case Unavailable busy -> moves.hadNoEffect(won, busy.code(), busy.text(), busy.retryAfter(), node);
            case InvalidSettings wrong ->
                moves.hadNoEffect(won, wrong.code(), wrong.text(), Optional.of(Duration.ofSeconds(30)), node);
            case Unclear lost -> moves.unclear(won, lost.code(), lost.text(), node);
            case PluginFailed broken -> moves.unclear(won, broken.code(), broken.text(), node);
        };
    }

    /** The carrier sold it but we could not write it down: exactly the case for a look-up. The number is kept in the history. */
    private LabelOutcome notSaved(Claim.Won won, Booking booking, RuntimeException failure) {
        log.error(
                "Label {} of purchase {} was bought but not saved", booking.trackingNumber(), won.purchase(), failure);
        return moves.unclear(
                won,
                "answer-not-saved",
                "The carrier sold the label " + booking.trackingNumber()
                        + " but it could not be saved here. It is being fetched again.",
                node);
    }

    /**
     * A person found the label in the carrier's portal. Its file is fetched again where the carrier hands it out. Otherwise the purchase
     * stays {@code NeedsPerson}, and its code says what lacks: {@code upload-label} the file, to be given with {@link
     * #settleBought(PurchaseId, Booking, String)}; {@code return-number-wanted} the number of the way back, which was ordered with this
     * label and is not handed out again.
     *
     * @param returnNumber of the same carrier, as its portal shows it; empty if there is none or it is not known
     * @param by who decided
     */
    public LabelOutcome settleBought(
            PurchaseId purchase, String trackingNumber, Optional<String> returnNumber, String by) {
        refuseInsideTransaction();
        return settler.fetch(purchase, trackingNumber.strip(), returnNumber, by);
    }

    /** The same with the label's own file and numbers, as the person found them. */
    public LabelOutcome settleBought(PurchaseId purchase, Booking found, String by) {
        refuseInsideTransaction();
        return settler.bought(purchase, found, by);
    }

    /** A person made sure that the carrier sold none: the parcel may be booked again. */
    public LabelOutcome settleNotBought(PurchaseId purchase, String by) {
        refuseInsideTransaction();
        return settler.notBought(purchase, by);
    }

    /** A person wants another label for the parcel: the one it has was given back, or is not to be used. */
    public PurchaseId newGeneration(ParcelId parcel, String reason, String by) {
        refuseInsideTransaction();
        return voider.newGeneration(parcel, reason, by);
    }

    /** Gives a label back, or marks it as unused where the carrier takes none back. Asking twice is no error. */
    public VoidOutcome voidLabel(PurchaseId purchase, String by) {
        refuseInsideTransaction();
        return voider.give(purchase, by);
    }

    /** Where a purchase stands. */
    public LabelOutcome outcome(PurchaseId purchase) {
        return settler.outcome(purchase);
    }

    /** What happened to a purchase, oldest first. */
    public List<LedgerEntry> history(PurchaseId purchase) {
        return settler.history(purchase);
    }

    /**
     * Call once after the database was restored from a backup, with all sellers in scope and before anything else runs: what happened
     * after the backup is not known, so every open row is looked up before it is sent again.
     *
     * @return how many
     */
    public int afterRestore(String by) {
        refuseInsideTransaction();
        return settler.doubtEverythingOpen(by);
    }

    private static void refuseInsideTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "labels are not bought inside a transaction: money spent does not roll back");
        }
    }
}
