package org.packhaus.shipment;

/**
 * What the channel will know of a corrected number.
 *
 * @param reported whether its report will name, or names, the corrected number; if not, the text says what a person has to do
 * @param before the number as it was
 */
public record CorrectionOutcome(boolean reported, String code, String text, String before) {}
