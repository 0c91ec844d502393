package org.packhaus.sandbox.dhl;

import java.util.List;
import org.packhaus.sandbox.carrier.Zpl;

/** Writes labels as ZPL II for a 203 dpi printer. Every text is hex-escaped, so none can become a command. */
final class ZplLabel {

    private static final int DOTS = 8;

    private final StringBuilder zpl = new StringBuilder();

    private ZplLabel() {}

    /** @param part S shipment, R return, B both, one after the other */
    static String write(Parcel parcel, String part, PrintFormat paper) {
        ZplLabel label = new ZplLabel();
        if (!part.equals("R")) {
            label.shipment(parcel, paper);
        }
        if (!part.equals("S")) {
            label.back(parcel, paper);
        }
        return label.zpl.toString();
    }

    private void shipment(Parcel parcel, PrintFormat paper) {
        LabelText text = LabelText.outbound(parcel);
        begin(text, paper);
        barcode2of5(parcel.routing.leitcode(), parcel.routing.readable(), paper == PrintFormat.SMALL ? 33 : 76, paper);
        int y = paper == PrintFormat.SMALL ? 50 : 112;
        // >; starts code set C, >8 is FNC1: GS1-128 with the application identifier 00.
        zpl.append("^FO%d,%d^BY3^BCN,%d,N,N,N^FD>;>8%s^FS\n"
                .formatted(8 * DOTS, y * DOTS, (paper == PrintFormat.SMALL ? 12 : 24) * DOTS, parcel.number));
        text(8, y + (paper == PrintFormat.SMALL ? 13 : 25), 24, LabelText.sscc(parcel.number));
        zpl.append("^XZ\n");
    }

    private void back(Parcel parcel, PrintFormat paper) {
        LabelText text = LabelText.back(parcel);
        Routing routing = Routing.of(parcel.returnTo(), "RETURN");
        begin(text, paper);
        barcode2of5(routing.leitcode(), routing.readable(), paper == PrintFormat.SMALL ? 33 : 76, paper);
        int y = paper == PrintFormat.SMALL ? 50 : 112;
        zpl.append("^FO%d,%d^BY3,2.5^B2N,%d,N,N,N^FD%s^FS\n"
                .formatted(8 * DOTS, y * DOTS, (paper == PrintFormat.SMALL ? 12 : 24) * DOTS, parcel.returnNumber));
        text(8, y + (paper == PrintFormat.SMALL ? 13 : 25), 24, LabelText.returns(parcel.returnNumber));
        zpl.append("^XZ\n");
    }

    private void begin(LabelText text, PrintFormat paper) {
        zpl.append("^XA^CI28^PW%d^LL%d\n".formatted(paper.width * DOTS, paper.height * DOTS));
        boolean small = paper == PrintFormat.SMALL;
        text(4, 3, small ? 28 : 48, text.title());
        double y = 8;
        if (!small) {
            String rule = "^FO32,%d^GB" + (paper.width - 8) * DOTS + ",3,3^FS\n";
            zpl.append(rule.formatted(92));
            lines(4, 14, 3, 22, 21, text.from());
            lines(58, 14, 3, 22, 21, text.facts());
            zpl.append(rule.formatted(288));
            y = 38;
        }
        y = lines(4, y, small ? 3 : 5, small ? 22 : 36, small ? 19 : 29, text.to());
        text(4, y, small ? 30 : 54, text.toCity());
    }

    /** Lines below each other; closer and smaller when they would need more than {@code tall} millimetres, none is left out. */
    private double lines(double x, double y, double step, int size, double tall, List<String> lines) {
        double scale = Math.min(1, tall / Math.max(1, lines.size() * step));
        double next = y;
        for (String line : lines) {
            text(x, next, (int) (size * scale), line);
            next += step * scale;
        }
        return next;
    }

    private void barcode2of5(String digits, String readable, int y, PrintFormat paper) {
        int height = paper == PrintFormat.SMALL ? 10 : 24;
        zpl.append("^FO%d,%d^BY3,2.5^B2N,%d,N,N,N^FD%s^FS\n".formatted(8 * DOTS, y * DOTS, height * DOTS, digits));
        text(8, y + height + 1, 24, readable);
    }

    private void text(double x, double y, int size, String value) {
        if (!value.isEmpty()) {
            zpl.append("^FO%d,%d^A0N,%d,%d^FH^FD%s^FS\n"
                    .formatted(Math.round(x * DOTS), Math.round(y * DOTS), size, size, Zpl.escape(value)));
        }
    }
}
