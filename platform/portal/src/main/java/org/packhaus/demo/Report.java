package org.packhaus.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code report.json} holds. Counts are of orders unless said otherwise.
 *
 * @param sellers how many took part
 * @param orders the marketplace has of them
 * @param shippable of these, those that can leave as a parcel
 * @param labels labels we hold
 * @param byCarrier labels we hold, by carrier
 * @param returnNumbersFrom parcels by where the number of their way back came from: {@code call}, {@code api}, {@code pool}
 * @param confirmed shippable orders of which the marketplace holds every due piece as sent
 * @param readBackEqual confirmed orders whose outbound and return numbers at the marketplace are ours, piece by piece
 * @param problems what stands in the way of an order, each with its code
 * @param charges labels the carriers charged, without those given back
 * @param duplicateCharges of these, those that are not the one label we hold for a parcel
 * @param wronglySent pieces the marketplace holds as sent though they were announced, cancelled or freight
 * @param settledByPerson purchases a person had to look up in the carrier's portal
 * @param dayEnd parcels in closed days, by carrier, of those that know a day-end close
 * @param dayEndDiffers parcels that only one side, we or the carrier, holds as closed
 * @param tracking how the parcels went on, and how much of it we know; null if they were not followed
 * @param returns what came back, and how much of it is as it has to be; null if nobody waited for it
 * @param seconds from the first import to the last read-back
 */
record Report(
        int sellers,
        int orders,
        int shippable,
        int labels,
        Map<String, Integer> byCarrier,
        Map<String, Integer> returnNumbersFrom,
        int confirmed,
        int readBackEqual,
        List<Trouble> problems,
        int charges,
        int duplicateCharges,
        int wronglySent,
        int settledByPerson,
        Map<String, Integer> dayEnd,
        int dayEndDiffers,
        @Nullable Journeys tracking,
        @Nullable Returns returns,
        double seconds) {
    Report {
        dayEnd = new TreeMap<>(dayEnd);
        problems = List.copyOf(problems);
        byCarrier = new TreeMap<>(byCarrier);
        returnNumbersFrom = new TreeMap<>(returnNumbersFrom);
    }

    /** An order that is not through, and why. */
    record Trouble(String seller, String order, String code, String text) {}

    /**
     * The parcels after they left, compared with where the carriers know them to be.
     *
     * @param parcels the carriers know
     * @param statesEqual of which we know where they are
     * @param attempts parcels somebody has tried to deliver
     * @param attemptsEqual of which we know how often and when first, when they were handed over and when they arrived
     * @param promises that are kept or broken
     * @param promisesEqual of which we know whether it was kept, and whose fault it is if not
     * @param scores lines of the scorecards by carrier, product, region and week
     * @param scoresEqual of these, those with the figures that follow from what the carriers know
     * @param byStep where the carriers know them to be
     * @param byPromise how we say that promises stand
     * @param differences the first of them, in words
     */
    record Journeys(
            int parcels,
            int statesEqual,
            int attempts,
            int attemptsEqual,
            int promises,
            int promisesEqual,
            int scores,
            int scoresEqual,
            Map<String, Integer> byStep,
            Map<String, Integer> byPromise,
            List<String> differences) {
        boolean isClean() {
            return statesEqual == parcels
                    && attemptsEqual == attempts
                    && promisesEqual == promises
                    && scoresEqual == scores;
        }
    }

    Report withTracking(Journeys followed) {
        return with(dayEnd, dayEndDiffers, followed, returns);
    }

    /**
     * What came back and was decided, compared with what the marketplace holds and has heard.
     *
     * @param pieces the marketplace holds as coming back, or decided
     * @param equal of these, those we hold in the same state, matched to the same order, decided for the same reason
     * @param decided pieces that people here decided about
     * @param asScripted of these, those of which the marketplace heard exactly that, exactly once
     * @param byMarketplace pieces it decided itself
     * @param unseen pieces taken back that nobody had announced
     * @param reductions parts of prices that people here gave back
     * @param reductionsOnce of these, those the marketplace has once, of the same amount and state
     * @param receipts that have to be there for what was taken back or reduced
     * @param receiptsThere of these, those we can fetch
     * @param traces marks on orders and in the stock that have to follow from it
     * @param tracesEqual of these, those that are right
     * @param restocked pieces that are on the shelf again
     * @param byState how the marketplace holds them
     * @param differences the first of them, in words
     * @param moreDifferences how many more there are
     */
    record Returns(
            int pieces,
            int equal,
            int decided,
            int asScripted,
            int byMarketplace,
            int unseen,
            int reductions,
            int reductionsOnce,
            int receipts,
            int receiptsThere,
            int traces,
            int tracesEqual,
            int restocked,
            Map<String, Integer> byState,
            List<String> differences,
            int moreDifferences) {
        Returns {
            byState = new TreeMap<>(byState);
            differences = List.copyOf(differences);
        }

        boolean isClean() {
            return differences.isEmpty();
        }
    }

    Report withReturns(Returns compared) {
        return with(dayEnd, dayEndDiffers, tracking, compared);
    }

    /** The same after the days were closed. */
    Report withDayEnd(Map<String, Integer> closed, int differs) {
        return with(closed, differs, tracking, returns);
    }

    private Report with(
            Map<String, Integer> closed, int differs, @Nullable Journeys followed, @Nullable Returns compared) {
        return new Report(
                sellers,
                orders,
                shippable,
                labels,
                byCarrier,
                returnNumbersFrom,
                confirmed,
                readBackEqual,
                problems,
                charges,
                duplicateCharges,
                wronglySent,
                settledByPerson,
                closed,
                differs,
                followed,
                compared,
                seconds);
    }

    /** Whether every shippable order went through and nothing was bought twice. */
    boolean isClean() {
        return confirmed == shippable
                && readBackEqual == shippable
                && duplicateCharges == 0
                && wronglySent == 0
                && dayEndDiffers == 0
                && (tracking == null || tracking.isClean())
                && (returns == null || returns.isClean());
    }
}
