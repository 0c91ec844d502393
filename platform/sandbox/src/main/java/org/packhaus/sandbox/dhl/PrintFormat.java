package org.packhaus.sandbox.dhl;

import java.util.Arrays;
import java.util.Optional;

/** Paper and label sizes in millimetres, with the name of the request and that of the answer. */
enum PrintFormat {
    A4("A4", "A4", 210, 297),
    L600("910-300-600", "910-300-600/610", 103, 199),
    L610("910-300-610", "910-300-600/610", 103, 199),
    L700("910-300-700", "910-300-700", 105, 205),
    L700_OZ("910-300-700-oz", "910-300-700-oZ/oz", 105, 205),
    L710("910-300-710", "910-300-710", 105, 208),
    L300("910-300-300", "910-300-300", 105, 148),
    L300_OZ("910-300-300-oz", "910-300-300-oz", 105, 148),
    L400("910-300-400", "910-300-400/410", 103, 150),
    L410("910-300-410", "910-300-400/410", 103, 150),
    SMALL("100x70mm", "100x70mm", 100, 70);

    final String asked;
    final String answered;
    final int width;
    final int height;

    PrintFormat(String asked, String answered, int width, int height) {
        this.asked = asked;
        this.answered = answered;
        this.width = width;
        this.height = height;
    }

    static Optional<PrintFormat> of(String name) {
        return Arrays.stream(values()).filter(f -> f.asked.equals(name)).findFirst();
    }
}
