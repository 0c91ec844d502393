package org.packhaus.shipment;

import java.util.Optional;
import org.packhaus.order.Problem;
import org.springframework.stereotype.Component;

/** What the channel would say of a carrier, before any label: it must know it, and a way back must lead to it. Calls nobody. */
@Component
public class CarrierFit {
    private final Preflight preflight;

    CarrierFit(Preflight preflight) {
        this.preflight = preflight;
    }

    /** Why the channel would refuse a parcel with this carrier; empty if it would not, or the carrier is not there to ask. */
    public Optional<Problem> refusal(Parcelled parcel, CarrierPick pick) {
        return parcel.carriers()
                .apply(pick.connection())
                .profile()
                .flatMap(profile -> preflight.refusal(parcel.order(), parcel.seller(), pick, profile));
    }
}
