package org.packhaus.document;

import com.itextpdf.kernel.colors.Color;

/**
 * How a line of text looks.
 *
 * @param bold semi-bold
 * @param size in points
 */
record Style(boolean bold, double size, Color color) {
    Style sized(double points) {
        return new Style(bold, points, color);
    }
}
