package org.packhaus.document;

import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.colors.DeviceGray;

/**
 * How dark things are. Black and greys only: slips come out of laser printers, and are the seller's, not ours.
 *
 * @param text what is read
 * @param quiet labels of things
 * @param rule hairlines
 */
record Ink(Color text, Color quiet, Color rule) {
    private static final Ink OFFICE = new Ink(ColorConstants.BLACK, new DeviceGray(0.36f), new DeviceGray(0.74f));

    /** A thermal head rasters grey into dots that nobody can read. */
    private static final Ink THERMAL = new Ink(ColorConstants.BLACK, ColorConstants.BLACK, ColorConstants.BLACK);

    static Ink on(Paper paper) {
        return paper.isThermal() ? THERMAL : OFFICE;
    }
}
