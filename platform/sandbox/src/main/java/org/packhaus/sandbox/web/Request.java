package org.packhaus.sandbox.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A request as it came in; values of path, query and form are decoded. */
public final class Request {

    private final String method;
    private final String path;
    private final Map<String, String> variables;
    private final Map<String, List<String>> query;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final String address;

    Request(
            String method,
            String path,
            Map<String, String> variables,
            String rawQuery,
            Map<String, List<String>> headers,
            byte[] body,
            String address) {
        this.method = method;
        this.path = path;
        this.variables = variables;
        this.query = pairs(rawQuery);
        this.headers = headers;
        this.body = body;
        this.address = address;
    }

    public String method() {
        return method;
    }

    /** The path as it was sent, still encoded. */
    public String path() {
        return path;
    }

    /** The caller's IP address. */
    public String address() {
        return address;
    }

    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("The route has no variable " + name);
        }
        return value;
    }

    /** A comma-separated list in the path, as OTTO's cancellation takes. */
    public List<String> variables(String name) {
        return List.of(variable(name).split(","));
    }

    public Optional<String> query(String name) {
        return queries(name).stream().findFirst();
    }

    public List<String> queries(String name) {
        return query.getOrDefault(name, List.of());
    }

    public boolean flag(String name, boolean otherwise) {
        return query(name).map(Boolean::parseBoolean).orElse(otherwise);
    }

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .flatMap(e -> e.getValue().stream())
                .findFirst();
    }

    public Optional<String> bearer() {
        return header("Authorization")
                .filter(h -> h.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(h -> h.substring(7).trim());
    }

    /** User and password of HTTP Basic. */
    public Optional<String[]> basic() {
        return header("Authorization")
                .filter(h -> h.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(h -> decodeBasic(h.substring(6).trim()));
    }

    /** The body as UTF-8, for what is neither JSON nor a form. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.read(body);
    }

    public boolean hasBody() {
        return body.length > 0;
    }

    public Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        pairs(new String(body, StandardCharsets.UTF_8)).forEach((name, values) -> form.put(name, values.getFirst()));
        return form;
    }

    private static Optional<String[]> decodeBasic(String encoded) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(parts) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> pairs(String encoded) {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                pairs.computeIfAbsent(decode(pair.substring(0, at)), name -> new ArrayList<>())
                        .add(decode(pair.substring(at + 1)));
            }
        }
        return pairs;
    }

    static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
