package org.packhaus.sdk.test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sdk.Json;

/**
 * A request a {@link ScriptedServer} got.
 *
 * @param method in capitals
 * @param path as it came, still encoded, without the query
 * @param query as it came, still encoded; empty if there was none
 * @param headers by lower-case name, the last of each
 * @param text the body as UTF-8
 */
public record Call(String method, String path, String query, Map<String, String> headers, String text) {

    /** The body as JSON. */
    public Json json() {
        return JsonText.parse(text);
    }

    /** A header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The first value of a query parameter, decoded; empty if it is not there. */
    public String parameter(String name) {
        return parameters(query).getOrDefault(name, List.of("")).getFirst();
    }

    /** A field of a form in the body, decoded; empty if it is not there. */
    public String field(String name) {
        return parameters(text).getOrDefault(name, List.of("")).getFirst();
    }

    private static Map<String, List<String>> parameters(String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decode(parts[0]), n -> new ArrayList<>())
                    .add(parts.length < 2 ? "" : decode(parts[1]));
        }
        return values;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
