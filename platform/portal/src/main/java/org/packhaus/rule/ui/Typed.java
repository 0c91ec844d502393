package org.packhaus.rule.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.packhaus.rule.Condition;

/**
 * A condition as a person types it: a kind, for some a choice of two, a text or one or two numbers.
 *
 * @param other the second of two choices: "not to", "every piece", "does not fit", "no"
 */
record Typed(Kind kind, boolean other, String text, int from, int to) {

    /** What a condition asks about, and what has to be typed for it. */
    enum Kind {
        COUNTRY(true, true, false, false),
        WEIGHT(false, false, true, true),
        WORTH(false, false, true, true),
        PIECES(false, false, true, true),
        SKU(true, true, false, false),
        TAG(false, true, false, false),
        POSTCODE(false, true, false, false),
        PICKUP(true, false, false, false),
        SIZE(true, true, false, false),
        PROMISE(false, false, false, true),
        DUE(false, false, false, true),
        CHANNEL(false, true, false, false);

        final boolean choice;
        final boolean text;
        final boolean from;
        final boolean to;

        Kind(boolean choice, boolean text, boolean from, boolean to) {
            this.choice = choice;
            this.text = text;
            this.from = from;
            this.to = to;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was typed makes no condition; the message is the key of a text. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(Kind kind) {
            super("rule.wrong." + kind.word());
        }
    }

    static Typed blank(Kind kind) {
        return new Typed(kind, false, "", 0, 0);
    }

    static Typed of(Condition condition) {
        return switch (condition) {
            case Condition.Channel(var channels) -> text(Kind.CHANNEL, false, listed(channels));
            case Condition.Country(var countries, boolean except) -> text(Kind.COUNTRY, except, listed(countries));
            case Condition.Postcode(var ranges) ->
                text(
                        Kind.POSTCODE,
                        false,
                        ranges.stream()
                                .map(range -> range.from().equals(range.to())
                                        ? range.from()
                                        : range.from() + "-" + range.to())
                                .collect(Collectors.joining(", ")));
            case Condition.Weight(int over, int upTo) -> new Typed(Kind.WEIGHT, false, "", over, upTo);
            case Condition.Size(boolean fits, int length, int width, int height) ->
                text(Kind.SIZE, !fits, length + " × " + width + " × " + height);
            case Condition.Worth(int over, int upTo) -> new Typed(Kind.WORTH, false, "", over, upTo);
            case Condition.Sku(var skus, boolean every) -> text(Kind.SKU, every, listed(skus));
            case Condition.Tag(var tags) -> text(Kind.TAG, false, listed(tags));
            case Condition.Pieces(int from, int to) -> new Typed(Kind.PIECES, false, "", from, to);
            case Condition.Pickup(boolean wanted) -> text(Kind.PICKUP, !wanted, "");
            case Condition.Promise(int days) -> new Typed(Kind.PROMISE, false, "", 0, days);
            case Condition.Due(int hours) -> new Typed(Kind.DUE, false, "", 0, hours);
        };
    }

    private static Typed text(Kind kind, boolean other, String text) {
        return new Typed(kind, other, text, 0, 0);
    }

    private static String listed(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }

    Condition condition() throws Unusable {
        return switch (kind) {
            case CHANNEL -> new Condition.Channel(words(",", false));
            case COUNTRY -> {
                Set<String> countries = words("[,\\s]", true);
                if (!countries.stream()
                        .allMatch(
                                code -> org.packhaus.sdk.CountryCode.find(code).isPresent())) {
                    throw new Unusable(kind);
                }
                yield new Condition.Country(countries, other);
            }
            case POSTCODE -> new Condition.Postcode(ranges());
            case WEIGHT -> new Condition.Weight(range(0).from(), to);
            case SIZE -> size();
            case WORTH -> new Condition.Worth(range(0).from(), to);
            case SKU -> new Condition.Sku(words(",", false), other);
            case TAG -> new Condition.Tag(words(",", false));
            case PIECES -> new Condition.Pieces(range(1).from(), to);
            case PICKUP -> new Condition.Pickup(!other);
            case PROMISE -> new Condition.Promise(number());
            case DUE -> new Condition.Due(number());
        };
    }

    private Set<String> words(String between, boolean upper) throws Unusable {
        Set<String> words = Arrays.stream(text.split(between))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> upper ? word.toUpperCase(Locale.ROOT) : word)
                .collect(Collectors.toSet());
        if (words.isEmpty()) {
            throw new Unusable(kind);
        }
        return words;
    }

    private List<Condition.Postcode.Range> ranges() throws Unusable {
        List<Condition.Postcode.Range> ranges = new ArrayList<>();
        for (String part : words(",", true)) {
            String[] ends = part.replace('–', '-').split("-", 2);
            String from = ends[0].replace(" ", "");
            String to = ends.length == 1 ? from : ends[1].replace(" ", "");
            if (!from.matches("[A-Z0-9]{1,8}") || !to.matches("[A-Z0-9]{1,8}") || from.compareTo(to) > 0) {
                throw new Unusable(kind);
            }
            ranges.add(new Condition.Postcode.Range(from, to));
        }
        ranges.sort(java.util.Comparator.comparing(Condition.Postcode.Range::from));
        return ranges;
    }

    private Condition size() throws Unusable {
        String[] sides = text.replaceAll("[^0-9]+", " ").strip().split(" ");
        if (sides.length != 3 || Arrays.stream(sides).anyMatch(side -> !side.matches("[1-9]\\d{0,4}"))) {
            throw new Unusable(kind);
        }
        return new Condition.Size(
                !other, Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
    }

    private Typed range(int least) throws Unusable {
        boolean open = from == 0 && to == 0;
        if (open || from < 0 || to < 0 || to > 0 && (least == 1 ? from > to : from >= to)) {
            throw new Unusable(kind);
        }
        return this;
    }

    private int number() throws Unusable {
        if (to <= 0) {
            throw new Unusable(kind);
        }
        return to;
    }
}
