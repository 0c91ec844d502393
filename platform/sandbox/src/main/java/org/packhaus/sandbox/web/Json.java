package org.packhaus.sandbox.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one JSON mapper, and short names for the nodes that answers are built from. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Sees fields and nothing else: it writes down what the sandbox remembers over a restart. */
    private static final JsonMapper MEMORY = JsonMapper.builder()
            .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .build();

    private Json() {}

    /** Writes a state down. */
    public static JsonNode remember(Object state) {
        return MEMORY.valueToTree(state);
    }

    /** Reads a state that was written down. */
    public static <T> T recall(JsonNode memory, Class<T> type) {
        return MEMORY.treeToValue(memory, type);
    }

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
    public static JsonNode read(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            return node == null ? JsonNodeFactory.instance.missingNode() : node;
        } catch (JacksonException e) {
            throw new BadBody(e);
        }
    }
}
