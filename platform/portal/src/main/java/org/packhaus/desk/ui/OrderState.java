package org.packhaus.desk.ui;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderFilter.Pieces;
import org.packhaus.order.OrderSort;
import org.packhaus.order.OrderTab;
import org.packhaus.order.StockLight;
import org.packhaus.order.WeightClass;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Formats;

/**
 * What the order list shows, as its address says it: whoever gets the link sees the same, and "back" leads to what was there before.
 *
 * @param narrowed each with its value as the address has it; what makes no sense is left out
 */
record OrderState(OrderTab tab, String search, OrderSort sort, Map<Narrowing, String> narrowed) {

    /** How far ahead "ship by" looks, in words that stay true tomorrow. */
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

    static final OrderState START = new OrderState(OrderTab.TO_SHIP, "", OrderSort.SHIP_BY, Map.of());

    OrderState {
        Map<Narrowing, String> sound = new EnumMap<>(Narrowing.class);
        narrowed.forEach((by, value) -> {
            if (makesSense(by, value)) {
                sound.put(by, value.strip());
            }
        });
        narrowed = Map.copyOf(sound);
    }

    static OrderState of(QueryParameters parameters) {
        Map<Narrowing, String> narrowed = new EnumMap<>(Narrowing.class);
        for (var by : Narrowing.values()) {
            parameters.getSingleParameter(by.word()).ifPresent(value -> narrowed.put(by, value));
        }
        return new OrderState(
                parameters
                        .getSingleParameter("tab")
                        .flatMap(word -> of(OrderTab.values(), word))
                        .orElse(OrderTab.TO_SHIP),
                parameters.getSingleParameter("q").orElse(""),
                parameters
                        .getSingleParameter("sort")
                        .flatMap(word -> of(OrderSort.values(), word))
                        .orElse(OrderSort.SHIP_BY),
                narrowed);
    }

    private static boolean makesSense(Narrowing by, String value) {
        return switch (by) {
            case SHIP_BY -> of(Horizon.values(), value).isPresent();
            case ITEMS ->
                of(Pieces.values(), value).filter(some -> some != Pieces.ANY).isPresent();
            case STOCK -> of(StockLight.values(), value).isPresent();
            case WEIGHT -> of(WeightClass.values(), value).isPresent();
            case HELD -> value.equals("yes") || value.equals("no");
            case SELLER -> value.matches("[1-9]\\d{0,17}");
            case CHANNEL, CARRIER, COUNTRY, SKU, TAG -> !value.isBlank();
        };
    }

    QueryParameters parameters() {
        Map<String, String> said = new LinkedHashMap<>();
        if (tab != OrderTab.TO_SHIP) {
            said.put("tab", word(tab));
        }
        if (!search.isBlank()) {
            said.put("q", search);
        }
        for (var by : Narrowing.values()) {
            by(by).ifPresent(value -> said.put(by.word(), value));
        }
        if (sort != OrderSort.SHIP_BY) {
            said.put("sort", word(sort));
        }
        return QueryParameters.simple(said);
    }

    /** The list's address. */
    String address() {
        var query = parameters().getQueryString();
        return query.isEmpty() ? "orders" : "orders?" + query;
    }

    /** The same list as a file, with the columns that are shown and the reader's language and time zone. */
    String export(String format, ListTaste taste, Formats formats) {
        var said = new LinkedHashMap<String, String>();
        parameters().getParameters().forEach((name, values) -> said.put(name, values.getFirst()));
        said.put("columns", taste.said());
        said.put("lang", formats.locale().toLanguageTag());
        said.put("zone", formats.zone().getId());
        return "documents/orders/" + format + "?" + QueryParameters.simple(said).getQueryString();
    }

    Optional<String> by(Narrowing by) {
        return Optional.ofNullable(narrowed.get(by));
    }

    private <E extends Enum<E>> Optional<E> by(Narrowing by, E[] values) {
        return by(by).flatMap(value -> of(values, value));
    }

    /** @param sellers in view; one that is named but not among them narrows nothing, as if it were not there */
    OrderFilter filter(Set<SellerId> sellers, Formats formats) {
        return OrderFilter.of(tab)
                .withSearch(search.strip())
                .withSellers(seller(sellers).map(Set::of).orElse(sellers))
                .withShipByUntil(by(Narrowing.SHIP_BY, Horizon.values())
                        .map(horizon -> horizon.until(formats))
                        .orElse(null))
                .withChannel(by(Narrowing.CHANNEL).orElse(""))
                .withCarrier(by(Narrowing.CARRIER).orElse(""))
                .withCountries(by(Narrowing.COUNTRY).stream().collect(Collectors.toSet()))
                .withSku(by(Narrowing.SKU).orElse(""))
                .withTag(by(Narrowing.TAG).orElse(""))
                .withPieces(by(Narrowing.ITEMS, Pieces.values()).orElse(Pieces.ANY))
                .withStockLights(
                        by(Narrowing.STOCK, StockLight.values()).stream().collect(Collectors.toSet()))
                .withWeights(by(Narrowing.WEIGHT, WeightClass.values()).stream().collect(Collectors.toSet()))
                .withOnHold(by(Narrowing.HELD).map("yes"::equals).orElse(null))
                .withSort(sort);
    }

    private Optional<SellerId> seller(Set<SellerId> sellers) {
        return by(Narrowing.SELLER)
                .map(number -> new SellerId(Long.parseLong(number)))
                .filter(sellers::contains);
    }

    boolean isNarrowed() {
        return !search.isBlank() || !narrowed.isEmpty();
    }

    OrderState withTab(OrderTab wanted) {
        return new OrderState(wanted, search, sort, narrowed);
    }

    OrderState withSearch(String wanted) {
        return new OrderState(tab, wanted, sort, narrowed);
    }

    OrderState withSort(OrderSort wanted) {
        return new OrderState(tab, search, wanted, narrowed);
    }

    OrderState with(Narrowing by, @Nullable String value) {
        Map<Narrowing, String> changed = new EnumMap<>(Narrowing.class);
        changed.putAll(narrowed);
        changed.put(by, value == null ? "" : value);
        return new OrderState(tab, search, sort, changed);
    }

    OrderState without(Narrowing by) {
        return with(by, "");
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> of(E[] values, String word) {
        return Arrays.stream(values).filter(value -> word(value).equals(word)).findFirst();
    }
}
