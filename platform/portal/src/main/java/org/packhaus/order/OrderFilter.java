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
 * @param tag exactly this one
 * @param onHold only those held, or only those not held
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
        String channel,
        Set<WeightClass> weights,
        String tag,
        @Nullable Boolean onHold,
        OrderSort sort) {

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
        weights = Set.copyOf(weights);
    }

    public static OrderFilter of(OrderTab tab) {
        return new OrderFilter(
                tab,
                "",
                Set.of(),
                null,
                Set.of(),
                "",
                Pieces.ANY,
                "",
                Set.of(),
                "",
                Set.of(),
                "",
                null,
                OrderSort.SHIP_BY);
    }

    public OrderFilter withTab(OrderTab value) {
        return new OrderFilter(
                value,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withSearch(String value) {
        return new OrderFilter(
                tab,
                value,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withSellers(Set<SellerId> value) {
        return new OrderFilter(
                tab,
                search,
                value,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withShipByUntil(@Nullable Instant value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                value,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withCountries(Set<String> value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                value,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withSku(String value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                value,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withPieces(Pieces value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                value,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withCarrier(String value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                value,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withStockLights(Set<StockLight> value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                value,
                channel,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withChannel(String value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                value,
                weights,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withWeights(Set<WeightClass> value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                value,
                tag,
                onHold,
                sort);
    }

    public OrderFilter withTag(String value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                value,
                onHold,
                sort);
    }

    public OrderFilter withOnHold(@Nullable Boolean value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                value,
                sort);
    }

    public OrderFilter withSort(OrderSort value) {
        return new OrderFilter(
                tab,
                search,
                sellers,
                shipByUntil,
                countries,
                sku,
                pieces,
                carrier,
                stockLights,
                channel,
                weights,
                tag,
                onHold,
                value);
    }
}
