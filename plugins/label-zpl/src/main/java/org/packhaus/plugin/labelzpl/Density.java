package org.packhaus.plugin.labelzpl;

/** How fine a print head is. Its number of dots to the millimetre is whole, so millimetres turn into dots without rounding twice. */
public enum Density {
    DPI_203(8),
    DPI_300(12),
    DPI_600(24);

    private final int dotsPerMm;

    Density(int dotsPerMm) {
        this.dotsPerMm = dotsPerMm;
    }

    /** As printers count: 203 dpi are 203.2. */
    float dpi() {
        return dotsPerMm * 25.4f;
    }

    int dots(double mm) {
        return (int) Math.round(mm * dotsPerMm);
    }
}
