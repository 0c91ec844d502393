package org.packhaus.sdk;

import java.time.LocalDate;

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
        CLIMATE
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

    /** A service without particulars. */
    record Plain(Kind kind) implements Service {}
}
