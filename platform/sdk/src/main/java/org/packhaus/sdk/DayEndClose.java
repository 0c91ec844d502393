package org.packhaus.sdk;

import java.util.List;

/** Ability of a {@link Carrier}: the day's parcels are closed, by duty or by choice, before the carrier collects them. */
public interface DayEndClose<S extends Record> {

    /** Whether parcels stay behind when the day is not closed. */
    boolean isMandatory();

    /**
     * Closes. Asking twice is no error.
     *
     * @param trackingNumbers which parcels
     * @return the carrier's lists, possibly none
     */
    List<CarrierDocument> close(List<String> trackingNumbers, S settings) throws PluginException;
}
