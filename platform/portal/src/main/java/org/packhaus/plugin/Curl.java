package org.packhaus.plugin;

import java.util.stream.Collectors;

/** A recorded request as a command for a POSIX shell. What was blacked out stays so: whoever repeats it puts in his own secret. */
final class Curl {
    private Curl() {}

    static String of(ExchangeRow exchange) {
        String headers = exchange.requestHeaders()
                .lines()
                .filter(line -> line.contains(":"))
                // curl says these itself; a length that does not fit what was cut would be refused.
                .filter(line -> !line.regionMatches(true, 0, "content-length:", 0, 15)
                        && !line.regionMatches(true, 0, "host:", 0, 5))
                .map(line -> " \\\n  -H " + quoted(line))
                .collect(Collectors.joining());
        String body = exchange.requestBody().isEmpty() ? "" : " \\\n  --data-raw " + quoted(exchange.requestBody());
        return "curl -X " + exchange.method() + " " + quoted(exchange.url()) + headers + body;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
