package org.packhaus.sdk;

import java.time.LocalDate;
import java.util.List;

/**
 * One label to buy.
 *
 * @param reference ours, unique over all purchases of this install, within {@link CarrierProfile#reference()}; must be sent
 * @param product the {@link CarrierProduct#id()} chosen
 * @param parcel the box
 * @param from the sender on the label
 * @param to the receiver
 * @param returnTo where returns go; equals {@code from} unless the seller has a return address
 * @param shipDate the day it is handed to the carrier, in Germany
 * @param returnNumberWanted whether the channel demands a return number and the carrier shall give it with this call
 * @param services what is added to the product
 * @param paper what the label is printed on
 * @param orderNumber what the buyer knows the order by, for the printed reference
 */
public record BookingRequest(
        String reference,
        String product,
        Parcel parcel,
        Address from,
        Address to,
        Address returnTo,
        LocalDate shipDate,
        boolean returnNumberWanted,
        List<Service> services,
        LabelPaper paper,
        String orderNumber) {
    public BookingRequest {
        services = List.copyOf(services);
    }
}
