package org.packhaus.tracking;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Money;

/**
 * A line of a scorecard.
 *
 * @param region country and first digit of the postcode; empty for all
 * @param week year and ISO week as one number, 202648; 0 for all
 * @param parcels bought in the time
 * @param promised of these, those whose promise is settled and that were handed over in time
 * @param onTime of these, those that came in time
 * @param handedOverLate those that the seller handed over too late, which count for no carrier
 * @param median working days from hand-over to first attempt
 * @param p90 the same, kept by nine in ten
 * @param attempts days of trying, over all parcels that were tried
 * @param tried parcels somebody tried to deliver
 * @param exceptions parcels that are delayed, were not taken in, went back or are lost
 * @param lost written off
 * @param cost of a parcel on the average; null if the carrier says no prices
 */
public record ScoreRow(
        String carrierCode,
        String product,
        String region,
        int week,
        int parcels,
        int promised,
        int onTime,
        int handedOverLate,
        OptionalInt median,
        OptionalInt p90,
        int attempts,
        int tried,
        int exceptions,
        int lost,
        @Nullable Money cost) {

    /** Share of the promises that the carrier kept. */
    public OptionalDouble share() {
        return promised == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) onTime / promised);
    }
}
