package org.packhaus.order;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Colour, size and the like as a JSON object. */
@Converter
class AttributesColumn implements AttributeConverter<Map<String, String>, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, String>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(@Nullable Map<String, String> attributes) {
        return attributes == null || attributes.isEmpty() ? "{}" : JSON.writeValueAsString(attributes);
    }

    @Override
    public Map<String, String> convertToEntityAttribute(@Nullable String text) {
        return text == null || text.equals("{}") ? Map.of() : JSON.readValue(text, TYPE);
    }
}
