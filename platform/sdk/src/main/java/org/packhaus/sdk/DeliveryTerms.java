package org.packhaus.sdk;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;

/** Ability of a {@link SalesChannel}: it knows for each SKU how it is shipped and how fast it must leave. */
public interface DeliveryTerms<S extends Record> {

    /** The terms of those SKUs; SKUs without any are left out. */
    Map<String, Term> deliveryTerms(Set<String> skus, S settings) throws PluginException;

    /**
     * How a SKU is shipped.
     *
     * @param kind parcel or freight
     * @param workingDays on which the seller ships
     * @param cutOff orders until then count for that day; in Germany's time
     * @param processingDays working days until it must leave; 1 means the same day until the cut-off
     * @param transportDays from then to the first delivery attempt
     */
    record Term(Kind kind, Set<DayOfWeek> workingDays, LocalTime cutOff, int processingDays, int transportDays) {
        public Term {
            workingDays = Set.copyOf(workingDays);
        }
    }

    /** Who brings it. */
    enum Kind {
        PARCEL,
        FREIGHT
    }
}
