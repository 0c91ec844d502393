package org.packhaus.dayend;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionRow;

/** What a person settled about closing a carrier's day, and the alarm when it was not closed. */
@Entity
@Table(name = "day_end_plan")
@Filter(name = "seller")
class DayEndPlan {
    @Id
    private long connectionId;

    @Version
    private int version;

    private long sellerId;

    @Nullable
    private Boolean automatic;

    @Nullable
    private LocalTime atTime;

    @Nullable
    private Instant overdueSince;

    private int overdueParcels;

    @SuppressWarnings("NullAway.Init")
    protected DayEndPlan() {}

    DayEndPlan(ConnectionRow connection) {
        this.connectionId = connection.id().value();
        this.sellerId = connection.seller().value();
    }

    void settle(boolean byItself, LocalTime at) {
        automatic = byItself;
        atTime = at;
    }

    /** @param since null if nothing stays behind */
    void overdue(@Nullable Instant since, int parcels) {
        overdueSince = since;
        overdueParcels = parcels;
    }

    long connection() {
        return connectionId;
    }

    Optional<Boolean> automatic() {
        return Optional.ofNullable(automatic);
    }

    Optional<LocalTime> at() {
        return Optional.ofNullable(atTime);
    }

    Optional<Instant> overdueSince() {
        return Optional.ofNullable(overdueSince);
    }

    int overdueParcels() {
        return overdueParcels;
    }
}
