package org.packhaus.tracking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;

/** The address at which a carrier says that something happened. Its word is kept as a hash only. */
@Entity
@Table(name = "tracking_hook")
@Filter(name = "seller")
class TrackingHook {
    @Id
    private long connectionId;

    @Version
    private int version;

    private long sellerId;
    private String tokenHash;
    private Instant madeAt;
    private String madeBy;

    @Nullable
    private Instant heardAt;

    @SuppressWarnings("NullAway.Init")
    protected TrackingHook() {}

    TrackingHook(ConnectionRow carrier, String tokenHash, Instant now, String by) {
        this.connectionId = carrier.id().value();
        this.sellerId = carrier.seller().value();
        renew(tokenHash, now, by);
    }

    /** Whoever has the old address is not heard any more. */
    final void renew(String hash, Instant now, String by) {
        tokenHash = hash;
        madeAt = now;
        madeBy = by;
        heardAt = null;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    ConnectionId connection() {
        return new ConnectionId(connectionId);
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    HookRow row() {
        return new HookRow(madeAt, madeBy, heardAt);
    }
}
