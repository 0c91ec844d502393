package org.packhaus.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Finds pieces by what their channel calls them: news of it name orders and pieces so. Sees the sellers in scope only. */
@Service
public class ChannelPieces {
    private final Orders orders;
    private final TransactionRetry transactions;

    ChannelPieces(Orders orders, TransactionRetry transactions) {
        this.orders = orders;
        this.transactions = transactions;
    }

    /** All pieces of the orders; an order that was not imported is left out. */
    public List<ChannelPiece> of(SellerId seller, ConnectionId channel, Collection<String> channelOrderIds) {
        return transactions.call(
                () -> pieces(orders.atChannel(seller, channel, channelOrderIds).values()));
    }

    /** Empty if there is no such order in scope. */
    public List<ChannelPiece> of(OrderId order) {
        return transactions.call(() -> pieces(orders.find(List.of(order))));
    }

    private List<ChannelPiece> pieces(Collection<SalesOrder> found) {
        Map<Long, SalesOrder> byId =
                found.stream().collect(Collectors.toMap(order -> order.id().value(), order -> order));
        return orders.pieces(found).entrySet().stream()
                .flatMap(entry -> view(byId, entry))
                .toList();
    }

    private static Stream<ChannelPiece> view(Map<Long, SalesOrder> orders, Map.Entry<Long, List<OrderPiece>> entry) {
        SalesOrder order = Objects.requireNonNull(orders.get(entry.getKey()));
        return entry.getValue().stream()
                .map(piece -> new ChannelPiece(
                        order.seller(),
                        new ConnectionId(order.connectionId),
                        order.id(),
                        order.orderNumber,
                        order.channelOrderId,
                        piece.id(),
                        piece.channelItemId,
                        piece.state,
                        piece.sku,
                        piece.title,
                        piece.ean,
                        Money.of(piece.price, piece.currency)));
    }
}
