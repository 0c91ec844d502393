package org.packhaus.dayend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.packhaus.document.HandOverList;
import org.packhaus.document.SlipLanguage;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.HandOver;
import org.springframework.stereotype.Component;

/** Makes the paper for the driver where the carrier gives none. */
@Component
class OwnLists {
    private static final int AT_ONCE = 500;

    private final OrderService orders;
    private final SellerService sellers;

    OwnLists(OrderService orders, SellerService sellers) {
        this.orders = orders;
        this.sellers = sellers;
    }

    CarrierDocument draw(ConnectionRow connection, long closing, List<HandOver> parcels, Instant now) {
        SellerDetails seller = sellers.details(connection.seller());
        Map<OrderId, OrderRow> rows = rows(parcels);
        var content = new HandOverList.Content(
                SlipLanguage.of(seller.language()),
                seller.name(),
                seller.sender(),
                connection.name(),
                now,
                seller.timeZone(),
                closing,
                parcels.stream().map(parcel -> line(parcel, rows)).toList());
        return new CarrierDocument(CarrierDocument.Kind.MANIFEST, DocumentType.PDF, HandOverList.bytes(content));
    }

    private Map<OrderId, OrderRow> rows(List<HandOver> parcels) {
        List<OrderId> wanted = parcels.stream().map(HandOver::order).distinct().toList();
        return IntStream.iterate(0, from -> from < wanted.size(), from -> from + AT_ONCE)
                .mapToObj(from -> wanted.subList(from, Math.min(from + AT_ONCE, wanted.size())))
                .flatMap(some -> orders.rows(some).stream())
                .collect(Collectors.toMap(OrderRow::id, Function.identity()));
    }

    private static HandOverList.Parcel line(HandOver parcel, Map<OrderId, OrderRow> rows) {
        OrderRow order = rows.get(parcel.order());
        return new HandOverList.Parcel(
                parcel.trackingNumber(),
                order == null ? "" : order.orderNumber(),
                parcel.weight(),
                order == null ? "" : order.postalCode(),
                order == null ? "" : order.country());
    }
}
