package org.packhaus.shipment;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.shipment.CorrectionRow.Kind;
import org.springframework.stereotype.Service;

/**
 * Corrects numbers by hand: a label was written anew at the counter, a return label was mixed up. What was bought stays written; the
 * corrected number is appended, searched by and, as long as the channel knows none, reported.
 */
@Service
public class NumberCorrections {
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9-]{5,60}");

    private final LedgerBook ledger;
    private final ShipmentBook book;
    private final ShipmentStates states;
    private final OrderService orders;
    private final JointOrders joint;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final Clock clock;

    NumberCorrections(
            LedgerBook ledger,
            ShipmentBook book,
            ShipmentStates states,
            OrderService orders,
            JointOrders joint,
            Audit audit,
            TransactionRetry transactions,
            Clock clock) {
        this.ledger = ledger;
        this.book = book;
        this.states = states;
        this.orders = orders;
        this.joint = joint;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Corrects a number of the label that counts for a parcel.
     *
     * @param why for whoever reads it later; must not be empty
     * @throws ShipmentException {@code no-label-to-correct}, {@code number-wrong}, {@code number-same}, {@code number-in-use}, {@code reason-missing},
     *     {@code report-under-way} while the channel is being told
     */
    public CorrectionOutcome correct(ParcelId parcel, Kind kind, String number, String why) {
        return transactions.callAgainIfStale(() -> tryCorrect(ledger.parcel(parcel), kind, clean(number), why.strip()));
    }

    private static String clean(String number) {
        return number.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private CorrectionOutcome tryCorrect(ParcelEntity parcel, Kind kind, String number, String why) {
        LabelPurchase label = ledger.current(parcel, LabelPurchase.Purpose.OUTBOUND)
                .filter(bought -> bought.state() == LabelState.CONFIRMED)
                .orElseThrow(() -> new ShipmentException(
                        "no-label-to-correct",
                        "The parcel has no label whose number could be corrected. Book it first."));
        String before = present(label, kind);
        refuse(label, before, number, why);
        Optional<ConfirmationEntity> report = book.confirmationOf(label.id());
        if (report.filter(r -> r.state() == ConfirmationState.SENDING || r.state() == ConfirmationState.UNCLEAR)
                .isPresent()) {
            throw new ShipmentException(
                    "report-under-way", "The channel is being told the number just now. Try again in a minute.");
        }
        // Whoever is about to send the report looks again, and sends the corrected number.
        report.ifPresent(book::touch);
        String by = audit.actor().name();
        book.add(new NumberCorrection(label, kind, before, number, why, by, clock.instant()));
        book.flush();
        states.tell(parcel.order());
        joint.together(parcel.order())
                .forEach(order -> orders.timeline(order, "number-corrected", before + " → " + number));
        audit.record(
                parcel.sellerId(),
                "label.number",
                new Subject("order", parcel.order().value()),
                Map.of("kind", kind.name(), "before", before, "after", number));
        return outcome(report, before);
    }

    private void refuse(LabelPurchase label, String before, String number, String why) {
        if (!NUMBER.matcher(number).matches()) {
            throw new ShipmentException(
                    "number-wrong", "A number has 5 to 60 letters and digits. Type it as it stands on the label.");
        }
        if (why.isEmpty()) {
            throw new ShipmentException("reason-missing", "Write why it is corrected; somebody will ask.");
        }
        if (number.equals(before)) {
            throw new ShipmentException("number-same", "That is the number the parcel has already.");
        }
        if (ledger.isTaken(label, number) || book.isCorrectedTo(label.id(), number)) {
            throw new ShipmentException("number-in-use", "Another parcel has the number " + number + ".", number);
        }
    }

    private String present(LabelPurchase label, Kind kind) {
        return newest(book.corrections(label.id()), kind).orElseGet(() -> switch (kind) {
            case TRACKING -> label.trackingNumber().orElse("");
            case RETURN -> label.returnNumber().map(ReturnNumber::number).orElse("");
        });
    }

    /** The number that counts by now, if it was corrected at all. @param oldestFirst of one label */
    static Optional<String> newest(List<NumberCorrection> oldestFirst, Kind kind) {
        return oldestFirst.reversed().stream()
                .map(NumberCorrection::row)
                .filter(row -> row.kind() == kind)
                .map(CorrectionRow::after)
                .findFirst();
    }

    private static CorrectionOutcome outcome(Optional<ConfirmationEntity> report, String before) {
        return report.filter(r -> r.state().mayBeKnown()).isPresent()
                ? new CorrectionOutcome(
                        false,
                        "channel-keeps-number",
                        "The channel was told " + before + " and has no way to change it. Write the corrected number to"
                                + " the buyer in the channel's own portal; a wrong tracking number is a reason to write.",
                        before)
                : new CorrectionOutcome(true, "", "The channel will be told the corrected number.", before);
    }
}
