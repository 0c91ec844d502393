package org.packhaus.plugin.hermes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Rejected;

/**
 * Hermes takes Latin letters with their extensions A and B, but none of the <em>symbols</em> among them (Unicode's category), and answers
 * 400 for one. Buyers write some: the acute accent as an apostrophe, the degree sign in “N°”.
 */
final class Signs {
    private static final Map<Character, String> OTHERS = Map.ofEntries(
            Map.entry('´', "'"),
            Map.entry('¨', "\""),
            Map.entry('¯', "-"),
            Map.entry('¸', ","),
            Map.entry('°', "o"),
            Map.entry('×', "x"),
            Map.entry('÷', ":"),
            Map.entry('±', "+-"),
            Map.entry('¬', "-"),
            Map.entry('¦', "|"),
            Map.entry('©', "(c)"),
            Map.entry('®', "(R)"),
            Map.entry('£', "GBP"),
            Map.entry('¥', "JPY"));

    private final String part;
    private final List<String> warnings = new ArrayList<>();

    /** @param part of the request that the texts belong to */
    Signs(String part) {
        this.part = part;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    Address replaced(Address address) throws Rejected {
        return new Address(
                replaced(address.company(), "company"),
                replaced(address.person(), "person"),
                replaced(address.addition(), "addition"),
                replaced(address.street(), "street"),
                replaced(address.houseNumber(), "houseNumber"),
                replaced(address.postalCode(), "postalCode"),
                replaced(address.city(), "city"),
                address.country(),
                address.phone(),
                address.email());
    }

    private String replaced(String text, String field) throws Rejected {
        StringBuilder written = new StringBuilder();
        for (char sign : text.toCharArray()) {
            if (!isRefused(sign)) {
                written.append(sign);
            } else if (OTHERS.containsKey(sign)) {
                written.append(OTHERS.get(sign));
            } else {
                throw Party.refused(
                        "letters-not-writable",
                        part + "." + field,
                        "Hermes does not print the sign “" + sign + "” in “" + text + "”. Write it in letters.");
            }
        }
        if (!text.contentEquals(written)) {
            warnings.add("Hermes prints “" + text + "” as “" + written + "”.");
        }
        return written.toString();
    }

    private static boolean isRefused(char sign) {
        if (sign < 0xa0 || sign > 0x24f) {
            return false; // Basic Latin is taken whole, and what lies beyond is the letters' business.
        }
        return switch (Character.getType(sign)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }
}
