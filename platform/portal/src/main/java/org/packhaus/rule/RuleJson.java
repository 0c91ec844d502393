package org.packhaus.rule;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes rules and price tables into the database and reads them back. */
final class RuleJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<ShippingRule>> RULES = new TypeReference<>() {};
    private static final TypeReference<List<Extra>> EXTRAS = new TypeReference<>() {};

    private RuleJson() {}

    static String writeRules(List<ShippingRule> rules) {
        return JSON.writerFor(RULES).writeValueAsString(rules);
    }

    static List<ShippingRule> readRules(String json) {
        return JSON.readValue(json, RULES);
    }

    static String writeTable(PriceTable table) {
        return JSON.writeValueAsString(table);
    }

    static PriceTable readTable(String json) {
        return JSON.readValue(json, PriceTable.class);
    }

    static String writeExtras(List<Extra> extras) {
        return JSON.writerFor(EXTRAS).writeValueAsString(extras);
    }

    static List<Extra> readExtras(String json) {
        return JSON.readValue(json, EXTRAS);
    }
}
