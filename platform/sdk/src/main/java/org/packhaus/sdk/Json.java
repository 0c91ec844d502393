package org.packhaus.sdk;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that never changes: what a plugin navigates and builds, so that no JSON library has to cross the wall.
 * {@link PluginTools} reads and writes it.
 *
 * <p>Navigation never fails: a missing step is {@link Missing}, and asking that for a text gives an empty answer.
 *
 * {@snippet :
 * Json body = tools.parse(text);
 * for (Json item : body.at("items").list()) {
 *     Optional<String> number = item.at("shipmentNo").text();
 * }
 * String request = tools.print(Json.object()
 *         .put("product", "V01PAK")
 *         .put("details", Json.object().put("weight", Json.object().put("uom", "g").put("value", 500)))
 *         .json());
 * }
 */
public sealed interface Json {
    /** Nothing there. */
    Json MISSING = new Missing();

    /** {@code null}. */
    Json NULL = new Null();

    /** What an object has under that name; {@link #MISSING} if this is no object or has none. */
    default Json at(String name) {
        return this instanceof Obj object ? object.fields().getOrDefault(name, MISSING) : MISSING;
    }

    /** What an array has at that place, from 0; {@link #MISSING} if this is no array or is shorter. */
    default Json at(int index) {
        return this instanceof Arr array
                        && index >= 0
                        && index < array.elements().size()
                ? array.elements().get(index)
                : MISSING;
    }

    /** An array's elements; empty if this is none. */
    default List<Json> list() {
        return this instanceof Arr array ? array.elements() : List.of();
    }

    /** Of an array its elements, of anything that is there itself: for services that send one thing without brackets. */
    default Stream<Json> each() {
        return switch (this) {
            case Arr array -> array.elements().stream();
            case Missing missing -> Stream.empty();
            case Null none -> Stream.empty();
            case Obj object -> Stream.of(object);
            case Str string -> Stream.of(string);
            case Num number -> Stream.of(number);
            case Bool bool -> Stream.of(bool);
        };
    }

    /** A string as it is, a number or boolean as text; empty for anything else and for {@code null}. */
    default Optional<String> text() {
        return switch (this) {
            case Str string -> Optional.of(string.value());
            case Num number -> Optional.of(number.value().toPlainString());
            case Bool bool -> Optional.of(Boolean.toString(bool.value()));
            case Arr array -> Optional.empty();
            case Obj object -> Optional.empty();
            case Null none -> Optional.empty();
            case Missing missing -> Optional.empty();
        };
    }

    /** {@link #text()}, stripped, or an empty string. */
    default String textOrEmpty() {
        return text().map(String::strip).orElse("");
    }

    /** A number, also one written as a string; empty for anything else. */
    default Optional<BigDecimal> number() {
        return switch (this) {
            case Num number -> Optional.of(number.value());
            case Str string -> parse(string.value());
            case Arr array -> Optional.empty();
            case Obj object -> Optional.empty();
            case Bool bool -> Optional.empty();
            case Null none -> Optional.empty();
            case Missing missing -> Optional.empty();
        };
    }

    /** Whether this is {@code true}, or the string {@code "true"}. */
    default boolean isTrue() {
        return text().filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Whether something other than {@code null} is here. */
    default boolean isPresent() {
        return !(this instanceof Missing || this instanceof Null);
    }

    /** A string; {@code null} becomes {@link #NULL}. */
    static Json of(@Nullable String value) {
        return value == null ? NULL : new Str(value);
    }

    /** A whole number. */
    static Json of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /** A decimal number. */
    static Json of(BigDecimal value) {
        return new Num(value);
    }

    /** {@code true} or {@code false}. */
    static Json of(boolean value) {
        return new Bool(value);
    }

    /** An array. */
    static Json array(Collection<? extends Json> elements) {
        return new Arr(List.copyOf(elements));
    }

    /** An array. */
    static Json array(Json... elements) {
        return new Arr(List.of(elements));
    }

    /** Begins an object. */
    static Builder object() {
        return new Builder();
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An object; its fields keep their order. */
    record Obj(Map<String, Json> fields) implements Json {
        public Obj {
            fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** An array. */
    record Arr(List<Json> elements) implements Json {
        public Arr {
            elements = List.copyOf(elements);
        }
    }

    /** A string. */
    record Str(String value) implements Json {}

    /** A number. */
    record Num(BigDecimal value) implements Json {}

    /** A boolean. */
    record Bool(boolean value) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}

    /** Not there; printing it is an error, a {@link Builder} leaves it out. */
    record Missing() implements Json {}

    /** Builds an object field by field; the last value of a name wins. */
    final class Builder {
        private final Map<String, Json> fields = new LinkedHashMap<>();

        private Builder() {}

        public Builder put(String name, Json value) {
            if (!(value instanceof Missing)) {
                fields.put(name, value);
            }
            return this;
        }

        public Builder put(String name, Builder value) {
            return put(name, value.json());
        }

        public Builder put(String name, String value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, long value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, BigDecimal value) {
            return put(name, Json.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, Json.of(value));
        }

        /** Puts a text unless it is empty: for optional fields that services want absent rather than blank. */
        public Builder putUnlessEmpty(String name, String value) {
            return value.isBlank() ? this : put(name, value);
        }

        public Json json() {
            return new Obj(fields);
        }
    }
}
