package org.packhaus.shipment;

import java.util.Optional;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;

/** Who brings a parcel, and why: for now the one carrier and product a seller has set. */
final class CarrierChooser {
    static final String SELLER_DEFAULT = "seller-default";

    private CarrierChooser() {}

    /** @param reason a stable code */
    record Choice(ConnectionId connection, String product, String reason) {}

    static Optional<Choice> choose(SellerDetails seller) {
        ConnectionId carrier = seller.carrier();
        String product = seller.carrierProduct();
        return carrier == null || product == null || product.isBlank()
                ? Optional.empty()
                : Optional.of(new Choice(carrier, product, SELLER_DEFAULT));
    }
}
