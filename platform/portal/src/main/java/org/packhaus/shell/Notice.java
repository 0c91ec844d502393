package org.packhaus.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.shell.NavigationEntry.Mood;

/**
 * Something a person should know of though they look elsewhere. It is there as long as the matter is: nothing is kept of it but whether it
 * was seen.
 *
 * @param key the same as long as it is the same matter, at most 60 characters; names no buyer
 * @param mood how urgent it is
 * @param title what it is about, in one line
 * @param words what happened and what to do; may be empty
 * @param address where it is looked at or mended, within the portal
 * @param at since when; null where nobody knows
 */
public record Notice(
        String key,
        Mood mood,
        String title,
        String words,
        String address,
        @Nullable Instant at) {}
