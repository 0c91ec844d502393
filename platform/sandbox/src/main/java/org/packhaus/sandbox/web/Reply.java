package org.packhaus.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer: status, content type, body, further headers. */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {

    public static Reply json(int status, JsonNode body) {
        return new Reply(status, "application/json", Json.bytes(body), Map.of());
    }

    public static Reply ok(JsonNode body) {
        return json(200, body);
    }

    public static Reply empty(int status) {
        return new Reply(status, "", new byte[0], Map.of());
    }

    public static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    public static Reply bytes(String contentType, byte[] body) {
        return new Reply(200, contentType, body, Map.of());
    }

    public static Reply redirect(String location) {
        return new Reply(302, "", new byte[0], Map.of("Location", location));
    }
}
