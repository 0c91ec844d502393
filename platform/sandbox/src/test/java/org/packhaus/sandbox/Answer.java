package org.packhaus.sandbox;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the sandbox. */
record Answer(int status, byte[] bytes, Map<String, java.util.List<String>> headers) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    String text() {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return MAPPER.readTree(bytes);
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), java.util.List.of(""))
                .getFirst();
    }

    static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }
}
