package org.packhaus.desk.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderFilter.Pieces;
import org.packhaus.order.OrderTab;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Formats;

/**
 * What the order list shows, as its address says it: whoever gets the link sees the same.
 *
 * @param shipBy until when, in words that stay true tomorrow
 */
record OrderState(OrderTab tab, String search, @Nullable Horizon shipBy, String country, String sku, Pieces pieces) {

    /** How far ahead "ship by" looks. */
    enum Horizon {
        NOW,
        TODAY,
        TOMORROW,
        WEEK;

        Instant until(Formats formats) {
            ZonedDateTime now = formats.now().atZone(formats.zone());
            return switch (this) {
                case NOW -> now.toInstant();
                case TODAY -> now.with(LocalTime.MAX).toInstant();
                case TOMORROW -> now.plusDays(1).with(LocalTime.MAX).toInstant();
                case WEEK -> now.plusDays(7).with(LocalTime.MAX).toInstant();
            };
        }
    }

    static final OrderState START = new OrderState(OrderTab.TO_SHIP, "", null, "", "", Pieces.ANY);

    static OrderState of(QueryParameters parameters) {
        return new OrderState(
                one(OrderTab.values(), parameters, "tab", OrderTab.TO_SHIP),
                parameters.getSingleParameter("q").orElse(""),
                oneOrNone(Horizon.values(), parameters, "by"),
                parameters.getSingleParameter("country").orElse(""),
                parameters.getSingleParameter("sku").orElse(""),
                one(Pieces.values(), parameters, "items", Pieces.ANY));
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        if (tab != OrderTab.TO_SHIP) {
            said.put("tab", word(tab));
        }
        if (!search.isBlank()) {
            said.put("q", search);
        }
        if (shipBy != null) {
            said.put("by", word(shipBy));
        }
        if (!country.isEmpty()) {
            said.put("country", country);
        }
        if (!sku.isBlank()) {
            said.put("sku", sku);
        }
        if (pieces != Pieces.ANY) {
            said.put("items", word(pieces));
        }
        return QueryParameters.simple(said);
    }

    OrderFilter filter(Set<SellerId> sellers, Formats formats) {
        return OrderFilter.of(tab)
                .withSearch(search.strip())
                .withSellers(sellers)
                .withShipByUntil(shipBy == null ? null : shipBy.until(formats))
                .withCountries(country.isEmpty() ? Set.of() : Set.of(country))
                .withSku(sku.strip())
                .withPieces(pieces);
    }

    boolean narrowed() {
        return !search.isBlank() || shipBy != null || !country.isEmpty() || !sku.isBlank() || pieces != Pieces.ANY;
    }

    OrderState withTab(OrderTab wanted) {
        return new OrderState(wanted, search, shipBy, country, sku, pieces);
    }

    OrderState withSearch(String wanted) {
        return new OrderState(tab, wanted, shipBy, country, sku, pieces);
    }

    OrderState withShipBy(@Nullable Horizon wanted) {
        return new OrderState(tab, search, wanted, country, sku, pieces);
    }

    OrderState withCountry(String wanted) {
        return new OrderState(tab, search, shipBy, wanted, sku, pieces);
    }

    OrderState withSku(String wanted) {
        return new OrderState(tab, search, shipBy, country, wanted, pieces);
    }

    OrderState withPieces(Pieces wanted) {
        return new OrderState(tab, search, shipBy, country, sku, wanted);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E one(E[] values, QueryParameters parameters, String name, E otherwise) {
        var found = oneOrNone(values, parameters, name);
        return found == null ? otherwise : found;
    }

    private static <E extends Enum<E>> @Nullable E oneOrNone(E[] values, QueryParameters parameters, String name) {
        var wanted = parameters.getSingleParameter(name).orElse("");
        return Arrays.stream(values)
                .filter(value -> word(value).equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
