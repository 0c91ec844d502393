package org.packhaus.document;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Orders and labels put straight into the tables, so that printing is tested by itself. */
public final class PrintFixture {
    private static final AtomicLong IDS = new AtomicLong(7_000_000);
    private static final Instant ORDERED = Instant.parse("2026-11-20T23:30:00Z");

    private final JdbcTemplate jdbc;

    public PrintFixture(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A carrier's label of that size with a barcode that can be read. */
    public static byte[] labelPdf(double widthMm, double heightMm) {
        return LabelPagesTest.label(widthMm, heightMm, 0);
    }

    /** An order to Ümran Şahin with one piece for each SKU named. */
    public OrderId order(SellerId seller, String number, Instant shipBy, String... skus) {
        long id = IDS.incrementAndGet();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", id);
        order.put("seller_id", seller.value());
        order.put("version", 0);
        order.put("connection_id", 1);
        order.put("channel", "otto");
        order.put("channel_order_id", "c-" + id);
        order.put("order_number", number);
        order.put("ordered_at", ORDERED);
        order.put("channel_changed_at", ORDERED);
        order.put("fingerprint", "0".repeat(64));
        order.put("imported_at", ORDERED);
        order.put("stage", "TO_SHIP");
        order.put("stock_light", "GREEN");
        order.put("ship_by", shipBy);
        order.put("due_at", shipBy);
        order.put("payment_method", "");
        order.put("total", 10);
        order.put("currency", "EUR");
        order.put("buyer_name", "Ümran Şahin");
        order.put("postal_code", "20095");
        order.put("city", "Hamburg");
        order.put("country", "DE");
        order.put("pieces", skus.length);
        Stream.of(
                        "unreadable",
                        "freight",
                        "on_hold",
                        "has_problem",
                        "suspected_fraud",
                        "takes_back",
                        "packed",
                        "slip_printed")
                .forEach(flag -> order.put(flag, false));
        Stream.of("parcels", "labels", "confirmed").forEach(count -> order.put(count, 0));
        insert("sales_order", order);
        for (String sku : skus) {
            piece(seller, id, sku);
        }
        address(seller, id);
        return new OrderId(id);
    }

    private void piece(SellerId seller, long order, String sku) {
        long id = IDS.incrementAndGet();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("seller_id", seller.value());
        item.put("version", 0);
        item.put("order_id", order);
        item.put("channel_item_id", "i-" + id);
        item.put("state", "PROCESSABLE");
        item.put("state_at", ORDERED);
        item.put("sku", sku);
        item.put("article_number", "S0-" + sku);
        item.put("title", "Artikel " + sku);
        item.put("ean", "4006381333931");
        item.put("price", 10);
        item.put("currency", "EUR");
        item.put("attributes", "{\"Farbe\":\"Grün\"}");
        item.put("takes_back", false);
        insert("order_item", item);
    }

    private void address(SellerId seller, long order) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("id", IDS.incrementAndGet());
        address.put("seller_id", seller.value());
        address.put("order_id", order);
        address.put("kind", "DELIVER");
        address.put("from_channel", true);
        address.put("at", ORDERED);
        address.put("actor", "otto");
        address.put("person", "Ümran Şahin");
        address.put("street", "Große Bäckerstraße");
        address.put("house_number", "12 b");
        address.put("postal_code", "20095");
        address.put("city", "Hamburg");
        address.put("country", "DE");
        List.of("company", "addition", "phone", "email").forEach(line -> address.put(line, ""));
        insert("order_address", address);
    }

    /** Lets the order go to Zürich. */
    void abroad(OrderId order) {
        jdbc.update(
                "update order_address set country = 'CH', postal_code = '8001', city = 'Zürich' where order_id = ?",
                order.value());
    }

    /** The carrier's paper for customs beside the label of that order. */
    void customs(SellerId seller, OrderId order, byte[] content) {
        document(
                seller,
                labelled("parcel_id", order),
                labelled("id", order),
                3,
                CarrierDocument.Kind.CUSTOMS,
                DocumentType.PDF,
                content);
    }

    private long labelled(String column, OrderId order) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select " + column + " from label_purchase where order_id = ? order by id limit 1",
                Long.class,
                order.value()));
    }

    /** The carrier was told of its parcel at a day's end. */
    void handedOver(SellerId seller, OrderId order, Instant at) {
        long closing = IDS.incrementAndGet();
        insert(
                "day_close",
                row(
                        seller,
                        closing,
                        "version",
                        0,
                        "connection_id",
                        1,
                        "carrier",
                        "DHL",
                        "state",
                        "CLOSED",
                        "attempt",
                        1,
                        "parcels",
                        1,
                        "weight_g",
                        900,
                        "since",
                        at,
                        "created_at",
                        at,
                        "created_by",
                        "test"));
        jdbc.update(
                "insert into hand_over (purchase_id, seller_id, order_id, close_id, at) values (?, ?, ?, ?, ?)",
                labelled("id", order),
                seller.value(),
                order.value(),
                closing,
                utc(at));
    }

    /** The channel was told of its parcel. */
    void reported(SellerId seller, OrderId order, Instant at) {
        insert(
                "confirmation",
                row(
                        seller,
                        IDS.incrementAndGet(),
                        "version",
                        0,
                        "order_id",
                        order.value(),
                        "parcel_id",
                        labelled("parcel_id", order),
                        "purchase_id",
                        labelled("id", order),
                        "channel_connection_id",
                        1,
                        "state",
                        "CONFIRMED",
                        "carrier_code",
                        "DHL",
                        "tracking_number",
                        "0034",
                        "shipped_at",
                        at,
                        "since",
                        at,
                        "tries",
                        0,
                        "created_at",
                        at,
                        "created_by",
                        "test"));
    }

    /** The buyer cancelled everything in it. */
    void cancel(OrderId order) {
        jdbc.update("update order_item set state = 'CANCELLED' where order_id = ?", order.value());
    }

    /** The label was given back. */
    void giveBack(OrderId order) {
        jdbc.update("update label_purchase set state = 'VOIDED' where order_id = ?", order.value());
    }

    /** The piece in the order's one parcel comes in more boxes, each with a label of its own. */
    void moreBoxes(OrderId order, int more) {
        for (int box = 2; box <= more + 1; box++) {
            long parcel = copy("parcel", order, Map.of("number", box));
            copy("parcel_item", order, Map.of("parcel_id", parcel, "box", box));
            long purchase = copy("label_purchase", order, Map.of("parcel_id", parcel, "reference", "PH1" + parcel));
            document(
                    new SellerId(Objects.requireNonNull(jdbc.queryForObject(
                            "select seller_id from sales_order where id = ?", Long.class, order.value()))),
                    parcel,
                    purchase,
                    1,
                    CarrierDocument.Kind.LABEL,
                    DocumentType.PDF,
                    LabelPagesTest.label(103, 199, 0));
        }
    }

    /** The order's first row once more, with a new id. */
    private long copy(String table, OrderId order, Map<String, Object> changes) {
        Map<String, Object> row =
                jdbc.queryForMap("select * from " + table + " where order_id = ? order by id limit 1", order.value());
        row.put("id", IDS.incrementAndGet());
        row.putAll(changes);
        insert(table, row);
        return (Long) row.get("id");
    }

    void hideAddress(OrderId order) {
        jdbc.update("delete from order_address where order_id = ?", order.value());
    }

    /** A parcel with everything in it and a bought label; the stored document's id. */
    public long label(SellerId seller, OrderId order, DocumentType type, byte[] content) {
        long shipment = IDS.incrementAndGet();
        insert(
                "shipment",
                row(
                        seller,
                        shipment,
                        "order_id",
                        order.value(),
                        "version",
                        0,
                        "number",
                        1,
                        "carrier_connection_id",
                        1,
                        "carrier_product",
                        "V01PAK",
                        "carrier_reason",
                        "seller-default",
                        "created_at",
                        ORDERED,
                        "created_by",
                        "test"));
        long parcel = IDS.incrementAndGet();
        insert(
                "parcel",
                row(
                        seller,
                        parcel,
                        "order_id",
                        order.value(),
                        "version",
                        0,
                        "shipment_id",
                        shipment,
                        "number",
                        1,
                        "generation",
                        1,
                        "weight_g",
                        900,
                        "created_at",
                        ORDERED));
        for (Long item : jdbc.queryForList("select id from order_item where order_id = ?", Long.class, order.value())) {
            insert(
                    "parcel_item",
                    row(
                            seller,
                            IDS.incrementAndGet(),
                            "order_id",
                            order.value(),
                            "parcel_id",
                            parcel,
                            "order_item_id",
                            item,
                            "live",
                            1));
        }
        jdbc.update("update order_item set parcel_id = ? where order_id = ?", parcel, order.value());
        long purchase = IDS.incrementAndGet();
        insert(
                "label_purchase",
                row(
                        seller,
                        purchase,
                        "order_id",
                        order.value(),
                        "version",
                        0,
                        "parcel_id",
                        parcel,
                        "purpose",
                        "OUTBOUND",
                        "generation",
                        1,
                        "state",
                        "CONFIRMED",
                        "attempt",
                        1,
                        "reference",
                        "PH1" + purchase,
                        "carrier_code",
                        "DHL",
                        "carrier_connection_id",
                        1,
                        "carrier_product",
                        "V01PAK",
                        "since",
                        ORDERED,
                        "tries",
                        0,
                        "tracking_number",
                        "0034" + purchase,
                        "bought_at",
                        ORDERED,
                        "created_at",
                        ORDERED));
        document(
                seller, parcel, purchase, 2, CarrierDocument.Kind.RETURN_LABEL, type, LabelPagesTest.label(100, 70, 0));
        return document(seller, parcel, purchase, 1, CarrierDocument.Kind.LABEL, type, content);
    }

    private long document(
            SellerId seller,
            long parcel,
            long purchase,
            int number,
            CarrierDocument.Kind kind,
            DocumentType type,
            byte[] content) {
        long id = IDS.incrementAndGet();
        insert(
                "label_document",
                row(
                        seller,
                        id,
                        "parcel_id",
                        parcel,
                        "purchase_id",
                        purchase,
                        "number",
                        number,
                        "kind",
                        kind.name(),
                        "type",
                        type.name(),
                        "sha256",
                        "0".repeat(64),
                        "size",
                        content.length,
                        "content",
                        content,
                        "created_at",
                        ORDERED));
        return id;
    }

    private static Map<String, Object> row(SellerId seller, long id, Object... rest) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("seller_id", seller.value());
        for (int i = 0; i < rest.length; i += 2) {
            row.put((String) rest[i], rest[i + 1]);
        }
        return row;
    }

    private void insert(String table, Map<String, Object> row) {
        jdbc.update(
                "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                        + row.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")",
                row.values().stream()
                        .map(value -> value instanceof Instant at ? utc(at) : value)
                        .toArray());
    }

    private static java.time.LocalDateTime utc(Instant at) {
        return java.time.LocalDateTime.ofInstant(at, java.time.ZoneOffset.UTC);
    }
}
