package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FuzzyTest {

    @Test
    void lettersMustOccurInTheirOrder() {
        assertThat(Fuzzy.score("shru", "Shipping rules")).isPresent();
        assertThat(Fuzzy.score("rush", "Shipping rules")).isEmpty();
        assertThat(Fuzzy.score("规则", "发货规则")).isPresent();
        assertThat(Fuzzy.score("", "Orders")).hasValue(0);
    }

    @Test
    void beginningsCountMoreThanWhatStandsInBetween() {
        assertThat(score("st", "Stock")).isGreaterThan(score("st", "Print stations"));
        assertThat(score("pst", "Print stations")).isGreaterThan(score("pst", "Shipping stops"));
        assertThat(score("or", "Orders")).isGreaterThan(score("or", "Store"));
    }

    private static int score(String typed, String name) {
        return Fuzzy.score(typed, name).orElseThrow();
    }
}
