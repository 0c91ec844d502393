package org.packhaus.document;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A seller's words by language as a JSON object. */
@Converter
class WordsColumn implements AttributeConverter<Map<SlipLanguage, SlipWords>, String> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<EnumMap<SlipLanguage, Stored>> TYPE = new TypeReference<>() {};

    /** What is kept of {@link SlipWords}. */
    record Stored(String greeting, String closing) {}

    @Override
    public String convertToDatabaseColumn(@Nullable Map<SlipLanguage, SlipWords> words) {
        Map<SlipLanguage, Stored> stored = new EnumMap<>(SlipLanguage.class);
        if (words != null) {
            words.forEach((language, said) -> stored.put(language, new Stored(said.greeting(), said.closing())));
        }
        return JSON.writeValueAsString(stored);
    }

    @Override
    public Map<SlipLanguage, SlipWords> convertToEntityAttribute(@Nullable String text) {
        Map<SlipLanguage, SlipWords> words = new EnumMap<>(SlipLanguage.class);
        if (text != null && !text.isEmpty()) {
            JSON.readValue(text, TYPE)
                    .forEach((language, said) -> words.put(language, new SlipWords(said.greeting(), said.closing())));
        }
        return words;
    }
}
