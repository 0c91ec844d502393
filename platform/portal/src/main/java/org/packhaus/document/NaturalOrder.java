package org.packhaus.document;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As people count: A2 stands before A10. Letters' case says nothing, until everything else is the same. */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        Matcher left = PART.matcher(one.strip().toLowerCase(Locale.ROOT));
        Matcher right = PART.matcher(other.strip().toLowerCase(Locale.ROOT));
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : one.compareTo(other);
            }
            if (!more) {
                return -1;
            }
            int difference = parts(left.group(), right.group());
            if (difference != 0) {
                return difference;
            }
        }
    }

    private static int parts(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        return numbers ? new BigInteger(left).compareTo(new BigInteger(right)) : left.compareTo(right);
    }
}
