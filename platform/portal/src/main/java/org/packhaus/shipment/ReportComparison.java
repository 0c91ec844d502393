package org.packhaus.shipment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnNumber;

/** Compares what was reported with what the channel holds, piece by piece. */
final class ReportComparison {
    private ReportComparison() {}

    /** Each difference as a sentence; none means equal. */
    static List<String> differences(Confirmation sent, ReportedShipment held) {
        List<String> differences = new ArrayList<>();
        if (!sent.carrierCode().equals(held.carrierCode())) {
            differences.add("carrier is " + held.carrierCode() + " instead of " + sent.carrierCode());
        }
        if (!sent.trackingNumber().equals(held.trackingNumber())) {
            differences.add("number is " + held.trackingNumber() + " instead of " + sent.trackingNumber());
        }
        Map<Confirmation.Item, Optional<ReturnNumber>> there = new LinkedHashMap<>();
        held.items()
                .forEach(item -> there.put(
                        new Confirmation.Item(item.channelOrderId(), item.channelItemId()), item.returnNumber()));
        for (Confirmation.Item item : sent.items()) {
            Optional<ReturnNumber> number = there.remove(item);
            if (number == null) {
                differences.add("piece " + item.channelItemId() + " is missing there");
            } else if (sent.returnNumber().isPresent() && !number.equals(sent.returnNumber())) {
                differences.add("piece " + item.channelItemId() + " has the return number "
                        + number.map(ReturnNumber::number).orElse("none") + " instead of "
                        + sent.returnNumber().get().number());
            }
        }
        there.keySet()
                .forEach(item -> differences.add("piece " + item.channelItemId() + " is there but not in the parcel"));
        return differences;
    }
}
