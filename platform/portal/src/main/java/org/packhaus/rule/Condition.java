package org.packhaus.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;

/** When a rule speaks. All conditions of a rule must hold; each is a question to the order as it stands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "when")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Condition.Channel.class, name = "channel"),
    @JsonSubTypes.Type(value = Condition.Country.class, name = "country"),
    @JsonSubTypes.Type(value = Condition.Postcode.class, name = "postcode"),
    @JsonSubTypes.Type(value = Condition.Weight.class, name = "weight"),
    @JsonSubTypes.Type(value = Condition.Size.class, name = "size"),
    @JsonSubTypes.Type(value = Condition.Worth.class, name = "worth"),
    @JsonSubTypes.Type(value = Condition.Sku.class, name = "sku"),
    @JsonSubTypes.Type(value = Condition.Tag.class, name = "tag"),
    @JsonSubTypes.Type(value = Condition.Pieces.class, name = "pieces"),
    @JsonSubTypes.Type(value = Condition.Pickup.class, name = "pickup"),
    @JsonSubTypes.Type(value = Condition.Promise.class, name = "promise"),
    @JsonSubTypes.Type(value = Condition.Due.class, name = "due")
})
public sealed interface Condition {

    /** It came through one of these channels, by the channel's id. */
    record Channel(Set<String> channels) implements Condition {
        public Channel {
            channels = Set.copyOf(channels);
        }
    }

    /** It goes to one of these countries, ISO alpha-2; with {@code except} to any other. */
    record Country(Set<String> countries, boolean except) implements Condition {
        public Country {
            countries = Set.copyOf(countries);
        }
    }

    /**
     * Its postcode lies in one of these ranges, both ends included. An end may be the beginning of a code: {@code 20} to {@code 22} takes
     * 20095 and 22999.
     */
    record Postcode(List<Range> ranges) implements Condition {
        public Postcode {
            ranges = List.copyOf(ranges);
        }

        /** From one code to another. */
        public record Range(String from, String to) {}
    }

    /** It weighs more than this and at most that, in grams; 0 leaves an end open. An unknown weight fits no range. */
    record Weight(int over, int upTo) implements Condition {}

    /** It fits into a box of these sides, or with {@code fits} false it does not; an unknown size does neither. Millimetres. */
    record Size(boolean fits, int length, int width, int height) implements Condition {}

    /** Its goods cost more than this and at most that, in whole euros; 0 leaves an end open. */
    record Worth(int over, int upTo) implements Condition {}

    /** A piece has one of these SKUs, or every piece has; an asterisk at the end stands for any rest. */
    record Sku(Set<String> skus, boolean every) implements Condition {
        public Sku {
            skus = Set.copyOf(skus);
        }
    }

    /** Its order bears one of these tags, as they were written. */
    record Tag(Set<String> tags) implements Condition {
        public Tag {
            tags = Set.copyOf(tags);
        }
    }

    /** It has at least this many pieces and at most that; 0 leaves an end open. */
    record Pieces(int from, int to) implements Condition {}

    /** It goes to a locker or a post office, or with {@code wanted} false it does not. */
    record Pickup(boolean wanted) implements Condition {}

    /** It was promised within so many working days after it is handed over. Without a promise it does not hold. */
    record Promise(int days) implements Condition {}

    /** It must leave within so many hours; what is late must, too. */
    record Due(int hours) implements Condition {}
}
