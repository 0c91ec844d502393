package org.packhaus.sandbox.web;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper, and short names for the nodes that answers are built from. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** One error in a list called {@code errors}, as most of OTTO's interfaces answer. */
    public static ObjectNode errors(ObjectNode error) {
        ObjectNode body = object();
        body.putArray("errors").add(error);
        return body;
    }

    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Reads a body; what is no JSON comes back as a {@link Refused} that the endpoint's error shape words. */
    static JsonNode read(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node == null ? JsonNodeFactory.instance.missingNode() : node;
        } catch (JacksonException e) {
            throw new BadBody(e);
        }
    }
}
