package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * A label that was bought.
 *
 * @param trackingNumber the outbound number, as printed on the label and as the channel wants it
 * @param returnNumber the number of the way back, if it was asked for or comes anyway
 * @param documents at least the label
 * @param price what it costs, if the carrier says
 * @param warnings what the carrier remarked though it sold the label, for the seller to read
 */
public record Booking(
        String trackingNumber,
        Optional<ReturnNumber> returnNumber,
        List<CarrierDocument> documents,
        Optional<Money> price,
        List<String> warnings) {
    public Booking {
        documents = List.copyOf(documents);
        warnings = List.copyOf(warnings);
        if (trackingNumber.isBlank()) {
            throw new IllegalArgumentException("A booking has a tracking number.");
        }
        if (documents.stream().noneMatch(d -> d.kind() == CarrierDocument.Kind.LABEL)) {
            throw new IllegalArgumentException("A booking has a label.");
        }
    }
}
