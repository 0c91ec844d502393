package org.packhaus.sdk.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.JsonException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Between the SDK's JSON values and text. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonText() {}

    static Json parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node.isMissingNode()) {
                throw new JsonException("The text is empty.", null);
            }
            return value(node);
        } catch (JacksonException e) {
            throw new JsonException(String.valueOf(e.getOriginalMessage()), e);
        }
    }

    static String print(Json json) {
        return MAPPER.writeValueAsString(node(json));
    }

    private static Json value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Json> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), value(field.getValue())));
            return new Json.Obj(fields);
        }
        if (node.isArray()) {
            List<Json> elements = new ArrayList<>();
            node.forEach(element -> elements.add(value(element)));
            return new Json.Arr(elements);
        }
        if (node.isNumber()) {
            return Json.of(node.decimalValue());
        }
        if (node.isBoolean()) {
            return Json.of(node.booleanValue());
        }
        return node.isNull() ? Json.NULL : Json.of(node.stringValue());
    }

    private static JsonNode node(Json json) {
        return switch (json) {
            case Json.Obj object -> {
                var node = NODES.objectNode();
                object.fields().forEach((name, value) -> node.set(name, node(value)));
                yield node;
            }
            case Json.Arr array -> {
                var node = NODES.arrayNode();
                array.elements().forEach(element -> node.add(node(element)));
                yield node;
            }
            case Json.Str string -> NODES.stringNode(string.value());
            case Json.Num number -> NODES.numberNode(number.value());
            case Json.Bool bool -> NODES.booleanNode(bool.value());
            case Json.Null none -> NODES.nullNode();
            case Json.Missing missing -> throw new IllegalArgumentException("What is missing cannot be written.");
        };
    }
}
