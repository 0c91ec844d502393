package org.packhaus.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;

/** That a person dealt an order's pieces. Never changed; the newest of an order counts. What lies where is in the parcels themselves. */
@Entity
@Table(name = "parcel_plan")
@Filter(name = "seller")
class PlanEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parcel_plan_seq")
    @SequenceGenerator(name = "parcel_plan_seq", sequenceName = "parcel_plan_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long orderId;
    private int number;
    private String kept;
    private String plannedBy;
    private Instant plannedAt;

    @SuppressWarnings("NullAway.Init")
    protected PlanEntry() {}

    PlanEntry(SellerId seller, OrderId order, int number, Collection<ItemId> kept, String by, Instant now) {
        this.sellerId = seller.value();
        this.orderId = order.value();
        this.number = number;
        this.kept = SdkJson.write(kept.stream().map(ItemId::value).toList());
        this.plannedBy = by;
        this.plannedAt = now;
    }

    int number() {
        return number;
    }

    /** Pieces nobody books for now. */
    Set<ItemId> kept() {
        return SdkJson.readNumbers(kept).stream().map(ItemId::new).collect(Collectors.toSet());
    }
}
