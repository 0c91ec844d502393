package org.packhaus.sandbox.carrier;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes a label as ZPL II. Every text is hex-escaped, so none can become a command. */
public final class Zpl {

    private final StringBuilder zpl = new StringBuilder();
    /** Dots to a millimetre: 8 at 203 dpi, 12 at 300. */
    private final int dots;

    private Zpl(int dots) {
        this.dots = dots;
    }

    static String of(List<LabelSketch> labels, int width, int height, int dpi) {
        Zpl all = new Zpl(dpi >= 300 ? 12 : 8);
        labels.forEach(label -> all.label(label, width, height));
        return all.zpl.toString();
    }

    private void label(LabelSketch label, int width, int height) {
        zpl.append("^XA^CI28^PW%d^LL%d\n".formatted(width * dots, height * dots));
        text(4, 3, 6, label.title());
        rule(11, width);
        lines(4, 13, 2.8, 18, label.from());
        lines(width * 0.58, 13, 2.8, 18, label.facts());
        rule(33, width);
        double y = lines(4, 35, 4.5, 26, label.to());
        text(4, y, 6.5, label.toCity());
        rule(70, width);
        lines(4, 71.5, 3, 6, label.services());
        double room = height - 80;
        double step = room / Math.max(1, label.codes().size());
        y = 79;
        for (Code code : label.codes()) {
            int tall = (int) Math.min(24, step - 6);
            int narrow = dots == 12 ? 4 : 3;
            zpl.append("^FO%d,%d".formatted(6 * dots, Math.round(y * dots)))
                    .append(code.zpl(narrow, tall * dots))
                    .append('\n');
            text(code.isSquare() ? 40 : 6, y + (code.isSquare() ? 4 : tall + 1), 3, code.readable());
            y += step;
        }
        zpl.append("^XZ\n");
    }

    private void rule(int y, int width) {
        zpl.append("^FO%d,%d^GB%d,3,3^FS\n".formatted(4 * dots, y * dots, (width - 8) * dots));
    }

    /** Lines below each other; closer and smaller when they would need more than {@code tall} millimetres, none is left out. */
    private double lines(double x, double y, double size, double tall, List<String> lines) {
        double scale = Math.min(1, tall / Math.max(1, lines.size() * size * 1.15));
        double next = y;
        for (String line : lines) {
            text(x, next, size * scale, line);
            next += size * 1.15 * scale;
        }
        return next;
    }

    private void text(double x, double y, double size, String value) {
        if (!value.isEmpty()) {
            int high = (int) Math.round(size * dots);
            zpl.append("^FO%d,%d^A0N,%d,%d^FH^FD%s^FS\n"
                    .formatted(Math.round(x * dots), Math.round(y * dots), high, high, escape(value)));
        }
    }

    /** Everything but letters, digits and blanks as {@code _XX}, byte by byte. */
    public static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            int code = b & 0xff;
            if (code < 128 && Character.isLetterOrDigit(code) || code == ' ') {
                escaped.append((char) code);
            } else {
                escaped.append("_%02X".formatted(code));
            }
        }
        return escaped.toString();
    }
}
