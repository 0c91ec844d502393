package org.packhaus.aftersales;

import java.time.Instant;
import java.util.List;

/**
 * All about a piece that comes back.
 *
 * @param numbers under which it was announced
 * @param steps of its parcel, oldest first
 */
public record ReturnDetails(ReturnRow row, List<Number> numbers, List<Step> steps, List<PhotoId> photos) {
    public ReturnDetails {
        numbers = List.copyOf(numbers);
        steps = List.copyOf(steps);
        photos = List.copyOf(photos);
    }

    public record Number(String carrierCode, String number) {}

    /** @param text what the carrier said; may be empty */
    public record Step(ReturnStage stage, Instant at, String text) {}
}
