package org.packhaus.tracking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ReportedShipment.News;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.shipment.PurchaseId;

/** What the channel has heard of a parcel. */
@Entity
@Table(name = "channel_track")
@Filter(name = "seller")
class ChannelTrack {
    @Id
    private long purchaseId;

    @Version
    private int version;

    private long sellerId;
    private String rawState = "";

    @Enumerated(EnumType.STRING)
    private TrackingStatus state = TrackingStatus.ANNOUNCED;

    @Nullable
    private Instant stateAt;

    @Nullable
    private Instant lookedAt;

    @Nullable
    private Instant nextLookAt;

    @Nullable
    private Instant behindSince;

    @SuppressWarnings("NullAway.Init")
    protected ChannelTrack() {}

    ChannelTrack(long seller, PurchaseId label, Instant first) {
        this.sellerId = seller;
        this.purchaseId = label.value();
        this.nextLookAt = first;
    }

    void heard(List<News> news, ChannelGap gap, Instant now) {
        if (!news.isEmpty()) {
            rawState = news.getLast().rawState();
            state = news.getLast().status();
            stateAt = news.getLast().at();
        }
        behindSince = gap.since();
        nextLookAt = gap.next();
        lookedAt = now;
    }

    void putOff(@Nullable Instant next) {
        nextLookAt = next;
    }

    PurchaseId label() {
        return new PurchaseId(purchaseId);
    }

    ChannelRow row() {
        return new ChannelRow(label(), rawState, state, stateAt, lookedAt, behindSince);
    }
}
