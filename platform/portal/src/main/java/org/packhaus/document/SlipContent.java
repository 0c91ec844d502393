package org.packhaus.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;

/**
 * What a packing slip says. No prices: the channel makes the invoice.
 *
 * @param seller as the buyer knows the shop
 * @param sender where the parcel comes from; its name may differ from the shop's
 * @param logo PNG or JPEG; one that cannot be read is left out
 * @param language as the seller chose
 * @param channel where it was ordered: {@code OTTO}; empty to leave it out
 * @param deliverTo who gets it
 * @param orderNumber what the buyer knows the order by; also printed as a barcode for the pack station
 * @param orderedOn in Germany
 * @param greeting the seller's own words above the lines; paragraphs by line breaks, may be empty
 * @param lines at least one
 * @param closing the seller's own words under the lines, in the same way
 */
public record SlipContent(
        String seller,
        Address sender,
        Optional<byte[]> logo,
        SlipLanguage language,
        String channel,
        Address deliverTo,
        String orderNumber,
        LocalDate orderedOn,
        String greeting,
        List<SlipLine> lines,
        String closing) {
    public SlipContent {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A slip without lines: " + orderNumber);
        }
    }

    /** All pieces of all lines. */
    int pieces() {
        return lines.stream().mapToInt(SlipLine::count).sum();
    }

    /** Whether the driver takes an old appliance with them. */
    boolean takesBackOldAppliance() {
        return lines.stream().anyMatch(SlipLine::takesBackOldAppliance);
    }
}
