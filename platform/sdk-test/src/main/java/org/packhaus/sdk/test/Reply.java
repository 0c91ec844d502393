package org.packhaus.sdk.test;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.packhaus.sdk.Json;

/**
 * What a {@link ScriptedServer} answers.
 *
 * @param status of HTTP
 * @param headers to send
 * @param body to send
 * @param fate whether it arrives
 */
@SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
public record Reply(int status, Map<String, String> headers, byte[] body, Fate fate) {

    /** Whether an answer arrives. */
    public enum Fate {
        WHOLE,
        /** The connection is cut before the first byte; what was asked has been done. */
        LOST,
        /** The connection is cut in the middle of the body. */
        TRUNCATED
    }

    /** An answer in JSON. */
    public static Reply json(int status, Json body) {
        return text(status, "application/json", JsonText.print(body));
    }

    /** An answer in JSON. */
    public static Reply json(int status, Json.Builder body) {
        return json(status, body.json());
    }

    /** An answer in any language. */
    public static Reply text(int status, String mediaType, String body) {
        return new Reply(status, Map.of("Content-Type", mediaType), body.getBytes(StandardCharsets.UTF_8), Fate.WHOLE);
    }

    /** An answer without a body. */
    public static Reply of(int status) {
        return new Reply(status, Map.of(), new byte[0], Fate.WHOLE);
    }

    public Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body, fate);
    }

    /** The same, but it never arrives. */
    public Reply lost() {
        return new Reply(status, headers, body, Fate.LOST);
    }

    /** The same, but only half of it arrives. */
    public Reply truncated() {
        return new Reply(status, headers, body, Fate.TRUNCATED);
    }

    /** The same with a field that nobody knows in every object of its JSON: services grow. */
    public Reply withUnknownFields() {
        String type = headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        if (!type.contains("json") || body.length == 0) {
            return this;
        }
        Json grown = grown(JsonText.parse(new String(body, StandardCharsets.UTF_8)));
        return new Reply(status, headers, JsonText.print(grown).getBytes(StandardCharsets.UTF_8), fate);
    }

    private static Json grown(Json json) {
        if (json instanceof Json.Obj object) {
            Map<String, Json> fields = new LinkedHashMap<>();
            object.fields().forEach((name, value) -> fields.put(name, grown(value)));
            fields.put(
                    "fieldOfTheFuture",
                    Json.object().put("list", Json.array(Json.of(1), Json.NULL)).json());
            return new Json.Obj(fields);
        }
        return json instanceof Json.Arr array
                ? Json.array(array.elements().stream().map(Reply::grown).toList())
                : json;
    }
}
