package org.packhaus.shipment;

import java.util.Optional;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Component;

/** What people call a carrier and its product; nothing while the plugin is not there to tell. */
@Component
class CarrierNames {
    private final CarrierDesk desk;

    CarrierNames(CarrierDesk desk) {
        this.desk = desk;
    }

    record Named(String carrier, String product) {}

    Optional<Named> of(ConnectionId connection, String product) {
        return desk.standing(connection)
                .profile()
                .map(profile -> new Named(profile.name(), productName(profile, product)));
    }

    private static String productName(CarrierProfile profile, String product) {
        return profile.product(product).map(CarrierProduct::name).orElse(product);
    }
}
