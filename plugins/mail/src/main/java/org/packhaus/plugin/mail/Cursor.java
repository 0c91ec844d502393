package org.packhaus.plugin.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where a folder was read. A folder's UIDs mean something together with its UIDVALIDITY only: when the server counts anew, so do we.
 *
 * @param uid the last one given
 */
record Cursor(long validity, long uid) {
    /** Nothing was read yet. */
    static final Cursor NONE = new Cursor(-1, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

    static Cursor of(Optional<String> text) {
        Matcher matcher = FORM.matcher(text.orElse(""));
        return matcher.matches()
                ? new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                : NONE;
    }

    @Override
    public String toString() {
        return validity + ":" + uid;
    }
}
