package org.packhaus.shipment;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.packhaus.order.OrderId;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.jdbc.core.JdbcTemplate;

/** Labels put straight into the tables, so that what comes after them is tested by itself. */
public final class LabelRows {
    private static final AtomicLong IDS = new AtomicLong(7_000_000_000L);

    private final JdbcTemplate jdbc;

    public LabelRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The order's shipment of that number: one parcel, whose label was bought then. @return its tracking number */
    public String bought(
            SellerId seller, OrderId order, int number, ConnectionId carrier, String carrierCode, Instant at) {
        long id = IDS.incrementAndGet();
        LocalDateTime then = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        jdbc.update(
                "insert into shipment (id, version, seller_id, order_id, number, carrier_connection_id, carrier_product,"
                        + " carrier_reason, created_at, created_by) values (?, 0, ?, ?, ?, ?, 'PARCEL', 'seller-default', ?, 'test')",
                id,
                seller.value(),
                order.value(),
                number,
                carrier.value(),
                then);
        jdbc.update(
                "insert into parcel (id, version, seller_id, order_id, shipment_id, number, generation, weight_g, created_at)"
                        + " values (?, 0, ?, ?, ?, 1, 1, 1250, ?)",
                id,
                seller.value(),
                order.value(),
                id,
                then);
        jdbc.update(
                "insert into label_purchase (id, version, seller_id, order_id, parcel_id, purpose, generation, state, attempt,"
                        + " reference, carrier_connection_id, carrier_code, carrier_product, since, tries, tracking_number, bought_at,"
                        + " created_at) values (?, 0, ?, ?, ?, 'OUTBOUND', 1, 'CONFIRMED', 1, ?, ?, ?, 'PARCEL', ?, 0, ?, ?, ?)",
                id,
                seller.value(),
                order.value(),
                id,
                "ref-" + id,
                carrier.value(),
                carrierCode,
                then,
                "T" + id,
                then,
                then);
        return "T" + id;
    }

    /** The carrier takes it back. */
    public void givenBack(String trackingNumber) {
        jdbc.update(
                "update label_purchase set state = 'VOIDED', version = version + 1 where tracking_number = ?",
                trackingNumber);
    }
}
