package org.packhaus.demo;

import org.jspecify.annotations.Nullable;

/** Says something to the person at the launcher, which passes on the lines that begin so and leaves the log in its file. */
final class Console {
    private Console() {}

    static void say(String text, @Nullable Object... values) {
        String line = values.length == 0 ? text : text.formatted(values);
        System.out.println("DEMO| " + line);
        System.out.flush();
    }
}
