package org.packhaus.sandbox.dhl;

import java.nio.charset.StandardCharsets;
import java.util.List;

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
        int y = small ? 8 : 14;
        if (!small) {
            zpl.append("^FO32,92^GB%d,3,3^FS\n".formatted((paper.width - 8) * DOTS));
            for (String line : text.from()) {
                text(4, y, 22, line);
                y += 3;
            }
            int right = 14;
            for (String line : text.facts()) {
                text(58, right, 22, line);
                right += 3;
            }
            y = 38;
            zpl.append("^FO32,288^GB%d,3,3^FS\n".formatted((paper.width - 8) * DOTS));
        }
        List<String> to = text.to();
        for (String line : to) {
            text(4, y, small ? 22 : 36, line);
            y += small ? 3 : 5;
        }
        text(4, y, small ? 30 : 54, text.toCity());
    }

    private void barcode2of5(String digits, String readable, int y, PrintFormat paper) {
        int height = paper == PrintFormat.SMALL ? 10 : 24;
        zpl.append("^FO%d,%d^BY3,2.5^B2N,%d,N,N,N^FD%s^FS\n".formatted(8 * DOTS, y * DOTS, height * DOTS, digits));
        text(8, y + height + 1, 24, readable);
    }

    private void text(int x, int y, int size, String value) {
        if (!value.isEmpty()) {
            zpl.append("^FO%d,%d^A0N,%d,%d^FH^FD%s^FS\n".formatted(x * DOTS, y * DOTS, size, size, escape(value)));
        }
    }

    /** Everything but letters, digits and blanks as {@code _XX}, byte by byte. */
    static String escape(String value) {
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
