package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Which order a buyer's words speak of. */
@DatabaseTest
class OrderCluesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderClues clues;

    private ImportFixture imports;

    @BeforeEach
    void aSeller() {
        imports = new ImportFixture(context);
    }

    private OrderId order(String number) {
        imports.channel.put(ChannelOrders.order(number, PROCESSABLE, "LAMP"));
        imports.run();
        return imports.list(OrderTab.ALL).stream()
                .filter(row -> row.orderNumber().equals(number))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Optional<OrderId> named(String words) {
        return imports.in(() -> clues.named(imports.seller, words));
    }

    @Test
    void findsTheNumberAmongTheWords() {
        OrderId letters = order("vkfpawztqc");
        OrderId mixed = order("7bs4nthwd4");
        assertThat(named("Guten Tag, ich warte noch auf meine Bestellung vkfpawztqc. Viele Grüße"))
                .as("a number may have no digit")
                .contains(letters);
        assertThat(named("Bestellung: 7BS4NTHWD4!")).contains(mixed);
        assertThat(named("erst 7bs4nthwd4, dann vkfpawztqc"))
                .as("the first one")
                .contains(mixed);
        assertThat(named("x7bs4nthwd4 und 7bs4nthwd4y")).as("parts of words").isEmpty();
        assertThat(named("Wo bleibt meine Bestellung?")).isEmpty();
    }

    @Test
    void findsNobodyElsesOrder() {
        order("vkfpawztqc");
        ImportFixture stranger = new ImportFixture(context);
        assertThat(stranger.in(() -> clues.named(stranger.seller, "vkfpawztqc")))
                .isEmpty();
    }
}
