package org.packhaus.rule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.packhaus.sdk.Dimensions;

/** Whether a condition holds for a parcel. */
final class Conditions {
    private Conditions() {}

    static boolean all(List<Condition> conditions, Facts parcel) {
        return conditions.stream().allMatch(condition -> holds(condition, parcel));
    }

    static boolean holds(Condition condition, Facts parcel) {
        return switch (condition) {
            case Condition.Channel(var channels) -> channels.contains(parcel.channel());
            case Condition.Country(var countries, boolean except) ->
                !parcel.country().isEmpty() && countries.contains(parcel.country()) != except;
            case Condition.Postcode(var ranges) -> ranges.stream().anyMatch(range -> within(parcel.postcode(), range));
            case Condition.Weight(int over, int upTo) ->
                parcel.weight()
                        .map(weight -> weight.grams() > over && (upTo == 0 || weight.grams() <= upTo))
                        .orElse(false);
            case Condition.Size(boolean fits, int length, int width, int height) ->
                parcel.size()
                        .map(size -> Facts.fits(size, Dimensions.ofSides(length, width, height)) == fits)
                        .orElse(false);
            case Condition.Worth(int over, int upTo) -> {
                double worth = parcel.worth().amount().doubleValue();
                yield worth > over && (upTo == 0 || worth <= upTo);
            }
            case Condition.Sku(var skus, boolean every) ->
                every
                        ? !parcel.skus().isEmpty() && parcel.skus().stream().allMatch(sku -> named(sku, skus))
                        : parcel.skus().stream().anyMatch(sku -> named(sku, skus));
            case Condition.Tag(var tags) -> parcel.tags().stream().anyMatch(tags::contains);
            case Condition.Pieces(int from, int to) ->
                parcel.skus().size() >= from && (to == 0 || parcel.skus().size() <= to);
            case Condition.Pickup(boolean wanted) -> parcel.pickup() == wanted;
            case Condition.Promise(int days) ->
                parcel.promised().map(day -> !day.isAfter(parcel.arrival(days))).orElse(false);
            case Condition.Due(int hours) ->
                parcel.shipBy()
                        .map(by -> !by.isAfter(parcel.at().plus(Duration.ofHours(hours))))
                        .orElse(false);
        };
    }

    private static boolean within(String code, Condition.Postcode.Range range) {
        String from = plain(range.from());
        String to = plain(range.to());
        return !code.isEmpty()
                && beginning(code, from).compareTo(from) >= 0
                && beginning(code, to).compareTo(to) <= 0;
    }

    private static String plain(String code) {
        return code.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static String beginning(String code, String as) {
        return code.substring(0, Math.min(code.length(), as.length()));
    }

    private static boolean named(String sku, java.util.Set<String> skus) {
        return skus.stream()
                .anyMatch(wanted -> wanted.endsWith("*")
                        ? sku.startsWith(wanted.substring(0, wanted.length() - 1))
                        : sku.equals(wanted));
    }
}
