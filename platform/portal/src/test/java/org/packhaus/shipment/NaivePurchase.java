package org.packhaus.shipment;

import org.packhaus.sdk.Booking;
import org.packhaus.sdk.PluginException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What everybody writes first: call, then save. Looks before it calls whether there is a label, saves the label when it has one, and
 * tries again when it failed. It is here to show that the harness finds the duplicates this makes.
 */
final class NaivePurchase {
    private final FakeDesk desk;
    private final JdbcClient jdbc;

    NaivePurchase(FakeDesk desk, JdbcClient jdbc) {
        this.desk = desk;
        this.jdbc = jdbc;
        jdbc.sql("create table if not exists naive_label (parcel_id bigint not null, number varchar(60) not null)")
                .update();
    }

    boolean isBought(ParcelId parcel) {
        return jdbc.sql("select count(*) from naive_label where parcel_id = :parcel")
                        .param("parcel", parcel.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void buy(ParcelId parcel) {
        if (isBought(parcel)) {
            return;
        }
        try {
            Booking booking =
                    desk.book(LedgerHarness.CARRIER, LedgerHarness.request(parcel, "naive-" + parcel.value()));
            jdbc.sql("insert into naive_label (parcel_id, number) values (:parcel, :number)")
                    .param("parcel", parcel.value())
                    .param("number", booking.trackingNumber())
                    .update();
        } catch (PluginException e) {
            // It failed; somebody will press the button again.
        }
    }
}
