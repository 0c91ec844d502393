package org.packhaus.sandbox.dhl;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Checks single fields against the schema and collects what is wrong as {@code propertyPath, message}. */
final class Fields {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

    private final ArrayNode wrong = Json.array();

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    ArrayNode wrong() {
        return wrong;
    }

    void add(String path, String message) {
        wrong.addObject().put("propertyPath", path).put("message", message);
    }

    /** A text with bounds to its length. True when it is there. */
    boolean text(JsonNode parent, String path, String name, int least, int most, boolean required) {
        JsonNode node = parent.path(name);
        String full = at(path, name);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                add(full, "Parameter " + name + " is mandatory and must not be empty.");
            }
            return false;
        }
        if (!node.isString()) {
            add(full, "Parameter " + name + " must be a string.");
            return false;
        }
        int length = node.asString().length();
        if (length < least || length > most) {
            add(full, "Parameter " + name + " must have between " + least + " and " + most + " characters.");
        }
        return true;
    }

    void pattern(JsonNode parent, String path, String name, Pattern pattern, boolean required) {
        if (text(parent, path, name, 0, Integer.MAX_VALUE, required)
                && !pattern.matcher(parent.path(name).asString()).matches()) {
            add(at(path, name), "Parameter " + name + " does not match the pattern " + pattern + ".");
        }
    }

    void oneOf(JsonNode parent, String path, String name, Collection<String> values, boolean required) {
        if (text(parent, path, name, 0, Integer.MAX_VALUE, required)
                && !values.contains(parent.path(name).asString())) {
            add(at(path, name), "Parameter " + name + " must be one of " + values + ".");
        }
    }

    void number(
            JsonNode parent, String path, String name, double least, double most, boolean integral, boolean required) {
        JsonNode node = parent.path(name);
        String full = at(path, name);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                add(full, "Parameter " + name + " is mandatory and must not be empty.");
            }
        } else if (!node.isNumber() || integral && !node.isIntegralNumber()) {
            add(full, "Parameter " + name + " must be " + (integral ? "an integer." : "a number."));
        } else if (node.asDouble() < least || node.asDouble() > most) {
            add(full, "Parameter " + name + " must be between " + plain(least) + " and " + plain(most) + ".");
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    void flag(JsonNode parent, String path, String name) {
        JsonNode node = parent.path(name);
        if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
            add(at(path, name), "Parameter " + name + " must be true or false.");
        }
    }

    void country(JsonNode parent, String path, boolean required) {
        country(parent, path, "country", required);
    }

    void country(JsonNode parent, String path, String name, boolean required) {
        if (text(parent, path, name, 0, Integer.MAX_VALUE, required)) {
            String country = parent.path(name).asString();
            if (!COUNTRIES.contains(country) && !country.equals("UNKNOWN")) {
                add(
                        path + "." + name,
                        "Parameter " + name
                                + " must be a valid country code consisting of three characters according to"
                                + " ISO 3166-1 alpha-3.");
            }
        }
    }

    void date(JsonNode parent, String path, String name) {
        if (text(parent, path, name, 0, Integer.MAX_VALUE, false)) {
            try {
                LocalDate.parse(parent.path(name).asString());
            } catch (DateTimeParseException e) {
                add(at(path, name), "Parameter " + name + " must be a date in the format yyyy-MM-dd.");
            }
        }
    }

    /** True when the child is an object and may be looked into. */
    boolean object(JsonNode parent, String path, String name, boolean required) {
        JsonNode node = parent.path(name);
        if (node.isObject()) {
            return true;
        }
        if (!node.isMissingNode() && !node.isNull()) {
            add(at(path, name), "Parameter " + name + " must be an object.");
        } else if (required) {
            add(at(path, name), "Parameter " + name + " is mandatory and must not be empty.");
        }
        return false;
    }
}
