package org.packhaus.order;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * Which orders a person wants to see. Empty texts and sets, and nulls, do not narrow.
 *
 * @param tab stage, problems, or all
 * @param search words, each the beginning of an order number, a word of the buyer's name, a SKU, or a tracking number
 * @param sellers among those in scope
 * @param shipByUntil that must leave until then
 * @param countries ISO alpha-2
 * @param sku exactly this one is among the pieces
 * @param carrier as {@link CarrierChoice#carrier()}
 * @param channel the channel's id
 */
public record OrderFilter(
        OrderTab tab,
        String search,
        Set<SellerId> sellers,
        @Nullable Instant shipByUntil,
        Set<String> countries,
        String sku,
        Pieces pieces,
        String carrier,
        Set<StockLight> stockLights,
        String channel) {

    /** How many pieces. */
    public enum Pieces {
        ANY,
        SINGLE,
        MULTI
    }

    public OrderFilter {
        sellers = Set.copyOf(sellers);
        countries = Set.copyOf(countries);
        stockLights = Set.copyOf(stockLights);
    }

    public static OrderFilter of(OrderTab tab) {
        return new OrderFilter(tab, "", Set.of(), null, Set.of(), "", Pieces.ANY, "", Set.of(), "");
    }

    public OrderFilter withTab(OrderTab value) {
        return new OrderFilter(
                value, search, sellers, shipByUntil, countries, sku, pieces, carrier, stockLights, channel);
    }

    public OrderFilter withSearch(String value) {
        return new OrderFilter(tab, value, sellers, shipByUntil, countries, sku, pieces, carrier, stockLights, channel);
    }

    public OrderFilter withSellers(Set<SellerId> value) {
        return new OrderFilter(tab, search, value, shipByUntil, countries, sku, pieces, carrier, stockLights, channel);
    }

    public OrderFilter withShipByUntil(@Nullable Instant value) {
        return new OrderFilter(tab, search, sellers, value, countries, sku, pieces, carrier, stockLights, channel);
    }

    public OrderFilter withCountries(Set<String> value) {
        return new OrderFilter(tab, search, sellers, shipByUntil, value, sku, pieces, carrier, stockLights, channel);
    }

    public OrderFilter withSku(String value) {
        return new OrderFilter(
                tab, search, sellers, shipByUntil, countries, value, pieces, carrier, stockLights, channel);
    }

    public OrderFilter withPieces(Pieces value) {
        return new OrderFilter(tab, search, sellers, shipByUntil, countries, sku, value, carrier, stockLights, channel);
    }

    public OrderFilter withCarrier(String value) {
        return new OrderFilter(tab, search, sellers, shipByUntil, countries, sku, pieces, value, stockLights, channel);
    }

    public OrderFilter withStockLights(Set<StockLight> value) {
        return new OrderFilter(tab, search, sellers, shipByUntil, countries, sku, pieces, carrier, value, channel);
    }

    public OrderFilter withChannel(String value) {
        return new OrderFilter(tab, search, sellers, shipByUntil, countries, sku, pieces, carrier, stockLights, value);
    }
}
