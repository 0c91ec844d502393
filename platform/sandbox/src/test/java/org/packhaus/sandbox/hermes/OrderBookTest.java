package org.packhaus.sandbox.hermes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrderBookTest {
    private final Seller seller = new Sellers().all().getFirst();
    private final OrderBook book = new OrderBook(new SandboxClock(), new Roads());

    private static ObjectNode order(String reference) {
        ObjectNode order = Json.object().put("clientReference", reference);
        order.putObject("receiverAddress").put("town", "Bonn");
        return order;
    }

    @Test
    void ordersNumbersAndChargesSurviveARestart() {
        OrderBook.Order open = book.create(seller, order("open"), false);
        Sale sold = book.place(book.create(seller, order("sold"), false)).orElseThrow();
        Sale back = book.place(book.create(seller, order("back"), true)).orElseThrow();
        JsonNode memory = Json.read(Json.bytes(book.remember()));
        OrderBook other = new OrderBook(new SandboxClock(), new Roads());
        other.recall(memory);
        assertThat(other.of(seller)).isEqualTo(book.of(seller)).hasSize(3);
        assertThat(other.sales().charges(""))
                .isEqualTo(book.sales().charges(""))
                .hasSize(2);
        assertThat(other.find(seller, open.id()).flatMap(other::place))
                .hasValueSatisfying(sale -> assertThat(sale.number()).isNotIn(sold.number(), back.number()));
        assertThat(other.find(seller, open.id()).flatMap(other::place))
                .as("a label is made once")
                .isEmpty();
    }

    @Test
    void aMemoryFromBeforeHermesIsNone() {
        book.recall(Json.object().path("hermes"));
        assertThat(book.sales().all()).isEmpty();
    }
}
