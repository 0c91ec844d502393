package org.packhaus.labelcheck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything labelled, read past the portal's services: bare rows of its tables are the truth the papers are held against. */
final class Stock {
    private final Set<SellerId> sellers;
    private final List<StoredLabel> labels;
    private final Map<OrderId, String> numbers = new LinkedHashMap<>();
    private final List<OrderRow> orders = new ArrayList<>();

    Stock(ApplicationContext portal) {
        sellers = portal.getBean(SellerDirectory.class).all();
        JdbcTemplate jdbc = portal.getBean(JdbcTemplate.class);
        labels = jdbc.query("""
                select d.id, d.parcel_id, d.kind, d.type, d.content, p.carrier_code, p.purpose, p.tracking_number, p.return_number
                from label_document d join label_purchase p on p.id = d.purchase_id
                where p.state = 'CONFIRMED' order by d.id
                """, (row, index) -> {
            var kind = CarrierDocument.Kind.valueOf(row.getString("kind"));
            boolean enclosed = kind == CarrierDocument.Kind.RETURN_LABEL
                    && row.getString("purpose").equals("OUTBOUND");
            return new StoredLabel(
                    row.getLong("id"),
                    row.getLong("parcel_id"),
                    row.getString("carrier_code"),
                    kind,
                    DocumentType.valueOf(row.getString("type")),
                    row.getString(enclosed ? "return_number" : "tracking_number"),
                    row.getBytes("content"));
        });
        jdbc.query("""
                select p.order_id, p.tracking_number from label_purchase p join parcel c on c.id = p.parcel_id
                where p.state = 'CONFIRMED' and p.purpose = 'OUTBOUND' order by p.order_id
                """, row -> {
            numbers.put(new OrderId(row.getLong("order_id")), row.getString("tracking_number"));
        });
        List<OrderId> labelled = List.copyOf(numbers.keySet());
        for (int from = 0; from < labelled.size(); from += 200) {
            List<OrderId> some = labelled.subList(from, Math.min(from + 200, labelled.size()));
            orders.addAll(SellerScope.get(
                    sellers, () -> portal.getBean(OrderService.class).rows(some)));
        }
        // Picking order, sorted here a second time by hand.
        orders.sort(Comparator.comparing(Stock::firstSku)
                .thenComparing(row -> row.shipBy() == null ? java.time.Instant.MAX : row.shipBy())
                .thenComparing(OrderRow::orderNumber));
    }

    private static String firstSku(OrderRow row) {
        return row.items().stream().map(item -> item.sku()).sorted().findFirst().orElse("");
    }

    Set<SellerId> sellers() {
        return sellers;
    }

    List<StoredLabel> labels() {
        return labels;
    }

    /** In picking order. */
    List<OrderRow> orders() {
        return orders;
    }

    List<OrderId> orderIds() {
        return orders.stream().map(OrderRow::id).toList();
    }

    /** The tracking numbers of a seller's orders in picking order, one order one parcel. */
    List<String> numbersOf(SellerId seller) {
        return orders.stream()
                .filter(row -> row.seller().equals(seller))
                .map(row -> numbers.getOrDefault(row.id(), ""))
                .toList();
    }

    /** Of all orders, in picking order. */
    List<String> numbers() {
        return orders.stream().map(row -> numbers.getOrDefault(row.id(), "")).toList();
    }
}
