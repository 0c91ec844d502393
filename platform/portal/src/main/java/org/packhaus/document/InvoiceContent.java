package org.packhaus.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;

/**
 * What a commercial invoice for customs says of one parcel.
 *
 * @param number of the invoice: the order's, as it was declared
 * @param shipment the carrier's number of the parcel
 * @param gross with packaging
 * @param postage what the buyer paid for delivery
 */
record InvoiceContent(
        String number,
        LocalDate date,
        String shipment,
        Address from,
        Address to,
        Weight gross,
        Money postage,
        List<Line> lines) {
    InvoiceContent {
        lines = List.copyOf(lines);
    }

    /**
     * Pieces of one kind.
     *
     * @param commodity null if it was never entered: then the title has to do
     */
    record Line(
            String title, int pieces, Money value, @Nullable Commodity commodity) {
        Money total() {
            return new Money(value.amount().multiply(java.math.BigDecimal.valueOf(pieces)), value.currency());
        }
    }

    Money goods() {
        return lines.stream().map(Line::total).reduce(Money::plus).orElseThrow();
    }
}
