package org.packhaus.document;

/**
 * What is in the printer. Portrait or landscape as given.
 *
 * @param widthMm in millimetres
 * @param heightMm in millimetres
 */
public record Paper(double widthMm, double heightMm) {
    /** What an office printer takes. */
    public static final Paper A4 = new Paper(210, 297);

    /** Half of it. */
    public static final Paper A5 = new Paper(148, 210);

    /** A quarter of it; four labels on a sheet. */
    public static final Paper A6 = new Paper(105, 148);

    /** The thermal roll for DHL labels. */
    public static final Paper ROLL_103_X_199 = new Paper(103, 199);

    public Paper {
        if (!(widthMm >= 50 && widthMm <= 1000 && heightMm >= 50 && heightMm <= 1000)) {
            throw new IllegalArgumentException("No paper: %s × %s mm".formatted(widthMm, heightMm));
        }
    }

    /** Whether it comes from a label printer, which has black, white and nothing between. */
    boolean isThermal() {
        return widthMm < 120;
    }

    float width() {
        return (float) Mm.toPoints(widthMm);
    }

    float height() {
        return (float) Mm.toPoints(heightMm);
    }

    @Override
    public String toString() {
        return "%s × %s mm".formatted(Mm.text(widthMm), Mm.text(heightMm));
    }
}
