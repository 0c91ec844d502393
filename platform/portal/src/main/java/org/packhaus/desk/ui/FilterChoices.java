package org.packhaus.desk.ui;

import java.util.List;
import java.util.stream.Stream;
import org.packhaus.order.OrderFilter.Pieces;
import org.packhaus.order.OrderService;
import org.packhaus.order.StockLight;
import org.packhaus.order.WeightClass;
import org.packhaus.rule.OfferRow;
import org.packhaus.rule.RuleOffers;
import org.packhaus.security.CurrentUser;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** What can be chosen in the order list: read when a form is opened, not with every page. */
@Component
class FilterChoices {

    /** Where OTTO ships to, and its neighbours. */
    private static final List<String> COUNTRIES =
            List.of("DE", "AT", "CH", "LU", "NL", "BE", "FR", "IT", "DK", "PL", "CZ");

    private final CurrentUser user;
    private final OrderService orders;
    private final ConnectionService connections;
    private final RuleOffers offers;

    FilterChoices(CurrentUser user, OrderService orders, ConnectionService connections, RuleOffers offers) {
        this.user = user;
        this.orders = orders;
        this.connections = connections;
        this.offers = offers;
    }

    /** The values of one filter as the address has them; empty where people type. */
    List<String> of(Narrowing by) {
        return switch (by) {
            case SHIP_BY -> words(OrderState.Horizon.values());
            case ITEMS -> List.of(OrderState.word(Pieces.SINGLE), OrderState.word(Pieces.MULTI));
            case STOCK -> words(StockLight.values());
            case WEIGHT -> words(WeightClass.values());
            case HELD -> List.of("yes", "no");
            case COUNTRY -> COUNTRIES;
            case SELLER ->
                user.chosen().stream().map(SellerId::value).map(String::valueOf).toList();
            case CHANNEL ->
                user.inScope(() -> connections.list(ConnectionRole.SALES_CHANNEL)).stream()
                        .map(ConnectionRow::extensionId)
                        .distinct()
                        .sorted()
                        .toList();
            case CARRIER ->
                products().stream().map(OfferRow::carrier).distinct().sorted().toList();
            case TAG -> tags();
            case SKU -> List.of();
        };
    }

    List<String> tags() {
        return user.inScope(orders::tags);
    }

    /** What the carriers of the sellers in view sell, each product once, whoever has the contract. */
    List<OfferRow> products() {
        return user.inScope(() -> user.chosen().stream()
                .flatMap(seller -> offers.of(seller).stream())
                .collect(java.util.stream.Collectors.toMap(
                        row -> row.carrier() + "/" + row.offer().product(),
                        row -> row,
                        (one, other) -> one,
                        java.util.TreeMap::new))
                .values()
                .stream()
                .toList());
    }

    private static List<String> words(Enum<?>[] values) {
        return Stream.of(values).map(OrderState::word).toList();
    }
}
