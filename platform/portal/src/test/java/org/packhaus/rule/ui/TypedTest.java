package org.packhaus.rule.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.packhaus.rule.Condition;
import org.packhaus.rule.ui.Typed.Kind;

/** What is shown in the form is what was saved, and what was typed wrongly is said. */
class TypedTest {

    static List<Condition> conditions() {
        return List.of(
                new Condition.Channel(Set.of("otto", "shop")),
                new Condition.Country(Set.of("DE", "AT"), true),
                new Condition.Postcode(List.of(
                        new Condition.Postcode.Range("20", "25"), new Condition.Postcode.Range("80331", "80331"))),
                new Condition.Weight(500, 2000),
                new Condition.Size(false, 353, 250, 100),
                new Condition.Worth(100, 0),
                new Condition.Sku(Set.of("LAMP-1", "RUG-*"), true),
                new Condition.Tag(Set.of("gift", "check twice")),
                new Condition.Pieces(1, 0),
                new Condition.Pieces(2, 0),
                new Condition.Pickup(false),
                new Condition.Promise(2),
                new Condition.Due(4));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void comesBackAsItWasSaved(Condition condition) throws Typed.Unusable {
        assertThat(Typed.of(condition).condition()).isEqualTo(condition);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrong(Typed typed) {
        assertThatThrownBy(typed::condition)
                .hasMessage("rule.wrong." + typed.kind().word());
    }

    static List<Typed> wrong() {
        return List.of(
                Typed.blank(Kind.CHANNEL),
                Typed.blank(Kind.COUNTRY),
                new Typed(Kind.COUNTRY, false, "Germany", 0, 0),
                new Typed(Kind.POSTCODE, false, "25-20", 0, 0),
                new Typed(Kind.POSTCODE, false, "20;25", 0, 0),
                Typed.blank(Kind.WEIGHT),
                new Typed(Kind.WEIGHT, false, "", 2000, 2000),
                new Typed(Kind.SIZE, false, "353 × 250", 0, 0),
                new Typed(Kind.PIECES, false, "", 0, 0),
                new Typed(Kind.PIECES, false, "", 3, 2),
                Typed.blank(Kind.PROMISE),
                new Typed(Kind.DUE, false, "", 0, -1));
    }

    @Test
    void takesWhatPeopleType() throws Typed.Unusable {
        assertThat(new Typed(Kind.COUNTRY, false, "de at", 0, 0).condition())
                .isEqualTo(new Condition.Country(Set.of("DE", "AT"), false));
        assertThat(new Typed(Kind.POSTCODE, false, "80 331 – 81 929, 20", 0, 0).condition())
                .isEqualTo(new Condition.Postcode(List.of(
                        new Condition.Postcode.Range("20", "20"), new Condition.Postcode.Range("80331", "81929"))));
        assertThat(new Typed(Kind.PIECES, false, "", 2, 2).condition()).isEqualTo(new Condition.Pieces(2, 2));
    }
}
