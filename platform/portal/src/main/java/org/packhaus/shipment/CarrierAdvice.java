package org.packhaus.shipment;

import java.util.List;
import java.util.Optional;
import org.packhaus.order.Problem;

/**
 * Who brings a parcel, and why. Implemented by the room {@code rule}; where no rule speaks, the seller's default stands. It is asked
 * inside the transaction that prepares a booking, so it reads this database and calls nobody.
 */
public interface CarrierAdvice {

    /**
     * Asked before the transaction, and outside of any, of parcels that are about to be booked: the time to ask carriers for prices and
     * to write down what they say.
     */
    default void beforehand(List<Parcelled> parcels, LivePrices prices) {}

    /** Empty if no rule speaks of such a parcel. */
    Optional<Advice> advise(Parcelled parcel);

    /** What comes of asking. */
    sealed interface Advice {

        /** This one brings it. */
        record Take(CarrierPick pick) implements Advice {}

        /**
         * Nobody brings it before a person has said more.
         *
         * @param instead who would, once a person says yes; empty if that would mend nothing
         */
        record Stop(Problem problem, Optional<CarrierPick> instead) implements Advice {
            public Stop(Problem problem) {
                this(problem, Optional.empty());
            }
        }
    }
}
