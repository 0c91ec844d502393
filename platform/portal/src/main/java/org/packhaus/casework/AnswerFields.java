package org.packhaus.casework;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields of a template: {@code {order}}, {@code {buyer}}. A field nobody knows a value for sends nothing. */
final class AnswerFields {
    private static final Pattern FIELD = Pattern.compile("\\{([a-z]{2,20})}");

    private AnswerFields() {}

    /** Fields without a value stay, for a person to see. */
    static String fill(String text, Map<String, String> values) {
        return FIELD.matcher(text).replaceAll(field -> {
            String value = values.getOrDefault(field.group(1), "");
            return Matcher.quoteReplacement(value.isBlank() ? field.group() : value);
        });
    }

    static boolean isLeft(String text) {
        return FIELD.matcher(text).find();
    }

    static String left(String text) {
        Matcher matcher = FIELD.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }
}
