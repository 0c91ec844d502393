package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/** Ability of a {@link SalesChannel}: it wants to know what is left. */
public interface StockTarget<S extends Record> {

    /** How many levels one call takes, at least 1. */
    int mostPerCall();

    /**
     * Sets levels, at most {@link #mostPerCall()}. They are absolute, so repeating is harmless.
     *
     * @return one answer for each level, in the same order
     */
    List<Answer> push(List<Level> levels, S settings) throws PluginException;

    /**
     * What may still be sold.
     *
     * @param sku of what
     * @param available how many, at least 0
     */
    record Level(String sku, int available) {}

    /**
     * How the channel took one level.
     *
     * @param sku of what
     * @param error why it was refused; empty if it was taken
     */
    record Answer(String sku, Optional<String> error) {}
}
