package org.packhaus.shipment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SellerId;

/**
 * A parcel with all that happened to it.
 *
 * @param number within its shipment, from 1
 * @param dealt whether its contents were fixed, by a person or because a piece comes in several boxes
 * @param live whether something is to leave in it; a given-up one is kept as history
 * @param weight null if nobody weighed it and it was not booked yet
 * @param items what lies in it
 * @param labels newest first; the first one counts
 * @param returnLabels bought apart for the way back, newest first
 * @param returnSource where the number of the way back came from, if not with the label
 * @param documents of all its labels, newest label first
 * @param corrections of numbers of its labels, oldest first
 * @param confirmation of the label that counts; null if it was not to be reported yet
 */
public record ParcelRow(
        ParcelId id,
        ShipmentId shipment,
        OrderId order,
        SellerId seller,
        int number,
        boolean dealt,
        boolean live,
        @Nullable Weight weight,
        @Nullable Dimensions dimensions,
        List<ItemId> items,
        List<LabelRow> labels,
        List<LabelRow> returnLabels,
        @Nullable SourceKind returnSource,
        List<DocumentRow> documents,
        List<CorrectionRow> corrections,
        @Nullable ConfirmationRow confirmation) {
    public ParcelRow {
        items = List.copyOf(items);
        labels = List.copyOf(labels);
        returnLabels = List.copyOf(returnLabels);
        documents = List.copyOf(documents);
        corrections = List.copyOf(corrections);
    }

    /** The bought label that counts. */
    public Optional<LabelRow> label() {
        return labels.stream()
                .limit(1)
                .filter(l -> l.state() == LabelState.CONFIRMED)
                .findFirst();
    }
}
