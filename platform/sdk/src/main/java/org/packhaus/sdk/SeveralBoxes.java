package org.packhaus.sdk;

import java.util.List;

/**
 * Ability of a {@link SalesChannel}: a piece that travels in several boxes, each with a number of its own, is reported with all of them at
 * once. A channel without it takes a piece in one parcel only, and Packhaus buys no labels for several. Whoever has it answers
 * {@link SalesChannel#shipment} for the number of every box.
 *
 * @param <S> the settings of the channel
 */
public interface SeveralBoxes<S extends Record> {

    /**
     * Reports the boxes of a piece, all or none. Send at most one request, as in {@link SalesChannel#confirm}.
     *
     * @param boxes at least two, each with its own tracking number; all of them name the same pieces
     * @return the channel's own id of the report
     * @throws Rejected if refused; with the code {@value Confirmation#ALREADY_REPORTED} if one of the numbers was reported before
     * @throws Unavailable if it certainly had no effect
     * @throws Unclear if it may have been taken
     */
    String confirmBoxes(List<Confirmation> boxes, S settings) throws PluginException;
}
