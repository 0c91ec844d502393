package org.packhaus.sdk;

import java.util.List;

/**
 * Turns carriers' documents into what a printer takes: one file from many labels, in the given order. PDF is built into the
 * portal; plugins add others.
 *
 * @param <S> the settings of one printer set-up, see {@link Connectable}
 */
public interface LabelFormat<S extends Record> extends Connectable<S> {

    /** What it makes. Constant. */
    LabelFormatProfile profile();

    /**
     * Makes the file.
     *
     * @param pages in printing order, each of a type listed in {@link LabelFormatProfile#reads()}
     * @throws Rejected if a page cannot be turned; the fault's field is its place, from 0
     */
    byte[] render(List<CarrierDocument> pages, S settings) throws PluginException;
}
