package org.packhaus.sdk;

import java.time.LocalDate;
import java.util.Optional;

/** Something added to a carrier's product for one parcel. */
public sealed interface Service {

    /** Which one, without its particulars. */
    Kind kind();

    /** The services a product may list. */
    enum Kind {
        INSURANCE,
        PREFERRED_NEIGHBOUR,
        PREFERRED_LOCATION,
        PREFERRED_DAY,
        NAMED_PERSON_ONLY,
        NO_NEIGHBOUR,
        SIGNATURE,
        AGE_CHECK,
        BULKY,
        CLIMATE,
        /** The driver compares the receiver with an identity card. */
        IDENT_CHECK,
        /** What cannot be delivered waits in an outlet instead of coming back at once. */
        OUTLET_ROUTING,
        /** The faster way abroad. */
        PREMIUM,
        /** The cheaper way abroad. */
        ECONOMY,
        /** To the shop or locker nearest to the receiver abroad. */
        CLOSEST_DROP_POINT,
        /** What cannot be delivered abroad is given up there instead of coming back for a fee. */
        ABANDON,
        /** The sender pays the duties. */
        DUTIES_PAID
    }

    /** Insured for more than the carrier's ordinary liability. */
    record Insurance(Money value) implements Service {
        @Override
        public Kind kind() {
            return Kind.INSURANCE;
        }
    }

    /** To this neighbour when nobody is at home. */
    record PreferredNeighbour(String who) implements Service {
        @Override
        public Kind kind() {
            return Kind.PREFERRED_NEIGHBOUR;
        }
    }

    /** To this place when nobody is at home. */
    record PreferredLocation(String where) implements Service {
        @Override
        public Kind kind() {
            return Kind.PREFERRED_LOCATION;
        }
    }

    /** On this day. */
    record PreferredDay(LocalDate day) implements Service {
        @Override
        public Kind kind() {
            return Kind.PREFERRED_DAY;
        }
    }

    /** To a person of at least this age. */
    record AgeCheck(int years) implements Service {
        @Override
        public Kind kind() {
            return Kind.AGE_CHECK;
        }
    }

    /**
     * To this person, who shows an identity card.
     *
     * @param firstName as on the card; with {@code lastName} empty for the receiver as addressed
     * @param lastName as on the card
     * @param born if that is to be compared too
     * @param years the person must have; 0 if the age does not matter
     */
    record IdentCheck(String firstName, String lastName, Optional<LocalDate> born, int years) implements Service {
        @Override
        public Kind kind() {
            return Kind.IDENT_CHECK;
        }
    }

    /** A service without particulars. */
    record Plain(Kind kind) implements Service {}
}
