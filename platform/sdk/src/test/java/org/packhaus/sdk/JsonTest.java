package org.packhaus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private final Json order = Json.object()
            .put("number", "bwqwz7s8cx")
            .put("amount", new BigDecimal("23.95"))
            .put("count", 2)
            .put("fraud", false)
            .put("note", Json.NULL)
            .put("items", Json.array(Json.object().put("sku", " V0533 ").json(), Json.of("x")))
            .put("left out", Json.MISSING)
            .json();

    @Test
    void aMissingStepIsNoFailure() {
        assertThat(order.at("nowhere").at(3).at("deep").text()).isEmpty();
        assertThat(order.at("items").at(7)).isEqualTo(Json.MISSING);
        assertThat(order.at("items").at(-1).isPresent()).isFalse();
        assertThat(order.at("note").isPresent()).isFalse();
        assertThat(order.at("note").text()).isEmpty();
        assertThat(order.at("nowhere").list()).isEmpty();
    }

    @Test
    void scalarsAreReadAsTextAndNumbersAlsoFromText() {
        assertThat(order.at("amount").text()).contains("23.95");
        assertThat(order.at("amount").number()).contains(new BigDecimal("23.95"));
        assertThat(Json.of(" 19 ").number()).contains(new BigDecimal("19"));
        assertThat(Json.of("x").number()).isEmpty();
        assertThat(Json.of("TRUE").isTrue()).isTrue();
        assertThat(order.at("fraud").isTrue()).isFalse();
        assertThat(order.at("items").at(0).at("sku").textOrEmpty()).isEqualTo("V0533");
        assertThat(order.at("items").text()).isEmpty();
    }

    @Test
    void aListMayComeWithoutItsBrackets() {
        assertThat(order.at("items").each()).hasSize(2);
        assertThat(order.at("number").each()).containsExactly(Json.of("bwqwz7s8cx"));
        assertThat(order.at("note").each()).isEmpty();
        assertThat(order.at("nowhere").each()).isEmpty();
    }

    @Test
    void fieldsKeepTheirOrderAndTheLastValueWins() {
        Json json = Json.object().put("b", 1).put("a", 2).put("b", 3).json();
        assertThat(((Json.Obj) json).fields())
                .containsExactly(java.util.Map.entry("b", Json.of(3)), java.util.Map.entry("a", Json.of(2)));
        assertThat(((Json.Obj) order).fields()).doesNotContainKey("left out");
        assertThat(Json.object().putUnlessEmpty("x", " ").json())
                .isEqualTo(Json.object().json());
    }

    @Test
    void aValueNeverChanges() {
        assertThatThrownBy(() -> ((Json.Obj) order).fields().clear()).isInstanceOf(UnsupportedOperationException.class);
        List<Json> elements = new java.util.ArrayList<>(List.of(Json.of(1)));
        Json array = Json.array(elements);
        elements.clear();
        assertThat(array.list()).hasSize(1);
    }
}
