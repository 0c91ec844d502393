package org.packhaus.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.PickupPoint;

/** What the list shows of the address, copied into the order's row; empty while hidden and after erasing. */
@Embeddable
class Buyer {
    @Column(name = "buyer_name")
    String name = "";

    String postalCode = "";
    String city = "";
    String country = "";

    @Nullable
    String pickupKind;

    @Nullable
    String pickupNumber;

    @Nullable
    String postNumber;

    static Buyer of(@Nullable Address address) {
        Buyer buyer = new Buyer();
        if (address != null) {
            buyer.name = SalesOrder.cut(address.person().isEmpty() ? address.company() : address.person(), 200);
            buyer.postalCode = SalesOrder.cut(address.postalCode(), 20);
            buyer.city = SalesOrder.cut(address.city(), 120);
            buyer.country = address.country().code();
            address.pickupPoint().ifPresent(point -> {
                buyer.pickupKind = point.kind().name();
                buyer.pickupNumber = point.number();
                buyer.postNumber = point.postNumber().orElse(null);
            });
        }
        return buyer;
    }

    @Nullable
    PickupPoint pickupPoint() {
        return pickupKind == null || pickupNumber == null
                ? null
                : new PickupPoint(PickupPoint.Kind.valueOf(pickupKind), pickupNumber, Optional.ofNullable(postNumber));
    }
}
