package org.packhaus.shipment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.job.Price;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.Problem;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Rejected.Fault;

/** Says of a booking or a report what the batch's row shall say. The worst parcel speaks for the order. */
final class RowOutcomes {
    private RowOutcomes() {}

    static RowOutcome of(OrderBooking booking) {
        if (!booking.problems().isEmpty()) {
            Problem first = booking.problems().getFirst();
            String more = booking.problems().size() == 1
                    ? ""
                    : booking.problems().stream()
                            .skip(1)
                            .map(Problem::text)
                            .collect(Collectors.joining(" ", " Also: ", ""));
            return RowOutcome.failed(first.code(), first.text() + more, first.fix());
        }
        RowOutcome outcome = ofLabels(booking.labels());
        return booking.lead().equals(booking.order()) ? outcome : unpaid(outcome);
    }

    /** For an order whose pieces lie in another's parcel: the price stands there, once. */
    static RowOutcome unpaid(RowOutcome outcome) {
        return outcome instanceof RowOutcome.Done done ? RowOutcome.done(done.result()) : outcome;
    }

    static RowOutcome ofLabels(List<LabelOutcome> labels) {
        Optional<RowOutcome> refused =
                labels.stream().flatMap(l -> failed(l).stream()).findFirst();
        Optional<RowOutcome> open =
                labels.stream().flatMap(l -> open(l).stream()).findFirst();
        return refused.or(() -> open).orElseGet(() -> done(labels));
    }

    private static Optional<RowOutcome> failed(LabelOutcome label) {
        return switch (label) {
            case LabelOutcome.Rejected r ->
                Optional.of(RowOutcome.failed(r.code(), withFaults(r.text(), r.faults()), null));
            case LabelOutcome.NeedsPerson n
            when n.code().equals("label-voided") -> Optional.of(RowOutcome.failed(n.code(), n.text(), null));
            // Put down until somebody mends it; what the ledger tries again by itself comes with a time.
            case LabelOutcome.NotAvailable n
            when n.retryAfter().isZero() && !n.code().isEmpty() ->
                Optional.of(RowOutcome.failed(n.code(), n.text(), null));
            case LabelOutcome.NotAvailable n -> Optional.empty();
            case LabelOutcome.NeedsPerson n -> Optional.empty();
            case LabelOutcome.Bought b -> Optional.empty();
            case LabelOutcome.Pending p -> Optional.empty();
            case LabelOutcome.Unclear u -> Optional.empty();
        };
    }

    private static Optional<RowOutcome> open(LabelOutcome label) {
        return switch (label) {
            case LabelOutcome.Pending p ->
                Optional.of(RowOutcome.pending("being-booked", "The label is being booked somewhere else right now."));
            case LabelOutcome.Unclear u -> Optional.of(RowOutcome.pending(u.code(), u.text()));
            case LabelOutcome.NeedsPerson n -> Optional.of(RowOutcome.pending(n.code(), n.text()));
            case LabelOutcome.NotAvailable n -> Optional.of(RowOutcome.pending(n.code(), n.text()));
            case LabelOutcome.Bought b -> Optional.empty();
            case LabelOutcome.Rejected r -> Optional.empty();
        };
    }

    private static RowOutcome done(List<LabelOutcome> labels) {
        List<BoughtLabel> bought = labels.stream()
                .flatMap(l -> l instanceof LabelOutcome.Bought b
                        ? java.util.stream.Stream.of(b.label())
                        : java.util.stream.Stream.empty())
                .toList();
        @Nullable
        Money price = bought.stream()
                .flatMap(l -> l.price().stream())
                .reduce(Money::plus)
                .orElse(null);
        return RowOutcome.done(
                bought.stream().map(BoughtLabel::trackingNumber).collect(Collectors.joining(", ")),
                price == null
                        ? null
                        : new Price(price.amount(), price.currency().getCurrencyCode()));
    }

    /** A plugin whose text is that of its only fault has said it already. */
    private static String withFaults(String text, List<Fault> faults) {
        var more = faults.stream()
                .map(Fault::text)
                .distinct()
                .filter(fault -> !text.contains(fault))
                .collect(Collectors.joining("; "));
        return more.isEmpty() ? text : text + " (" + more + ")";
    }
}
