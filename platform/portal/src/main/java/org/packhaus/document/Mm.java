package org.packhaus.document;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Millimetres and PDF's points. */
final class Mm {
    private static final double POINTS = 72 / 25.4;

    private Mm() {}

    static double toPoints(double millimetres) {
        return millimetres * POINTS;
    }

    static double fromPoints(double points) {
        return points / POINTS;
    }

    /** At most one decimal: {@code 103} or {@code 101.6}. */
    static String text(double millimetres) {
        return BigDecimal.valueOf(millimetres)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
