package org.packhaus.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.JsonException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as a plugin speaks it, read and written with Jackson's streams: no mapper ever sees a plugin's class. */
final class JsonText {
    /** A label in Base64 may be long. */
    private static final int LONGEST_STRING = 100_000_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .build())
            // Services know no 1E+2.
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonText() {}

    static Json parse(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonException("not JSON: the text is empty", null);
            }
            Json value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new JsonException("not JSON: something follows after the value's end", null);
            }
            return value;
        } catch (JacksonException e) {
            throw new JsonException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static String print(Json json) {
        var out = new java.io.StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, generator);
        } catch (JacksonException e) {
            throw new JsonException("cannot be printed: " + e.getOriginalMessage(), e);
        }
        return out.toString();
    }

    private static Json value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue());
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new JsonException("not JSON: " + token + " at the wrong place", null);
        };
    }

    private static Json object(JsonParser parser) {
        Map<String, Json> fields = new LinkedHashMap<>();
        while (next(parser) != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            fields.put(name, value(parser, next(parser)));
        }
        return new Json.Obj(fields);
    }

    private static Json array(JsonParser parser) {
        List<Json> elements = new ArrayList<>();
        for (JsonToken token = next(parser); token != JsonToken.END_ARRAY; token = next(parser)) {
            elements.add(value(parser, token));
        }
        return new Json.Arr(elements);
    }

    private static JsonToken next(JsonParser parser) {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new JsonException("not JSON: the text ends in the middle", null);
        }
        return token;
    }

    private static void write(Json json, JsonGenerator out) {
        switch (json) {
            case Json.Obj object -> {
                out.writeStartObject();
                object.fields().forEach((name, value) -> {
                    out.writeName(name);
                    write(value, out);
                });
                out.writeEndObject();
            }
            case Json.Arr array -> {
                out.writeStartArray();
                array.elements().forEach(element -> write(element, out));
                out.writeEndArray();
            }
            case Json.Str string -> out.writeString(string.value());
            case Json.Num number -> out.writeNumber(number.value());
            case Json.Bool bool -> out.writeBoolean(bool.value());
            case Json.Null none -> out.writeNull();
            case Json.Missing missing -> throw new JsonException("cannot be printed: something is missing in it", null);
        }
    }
}
