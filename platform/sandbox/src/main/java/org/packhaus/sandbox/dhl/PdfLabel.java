package org.packhaus.sandbox.dhl;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.packhaus.sandbox.carrier.Sheet;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Symbol;

/** Draws labels as PDF. */
final class PdfLabel {

    private static final double MARGIN = 4;
    /** Where the label sits on a sheet of A4. */
    private static final PrintFormat ON_A4 = PrintFormat.L710;

    private PdfLabel() {}

    /** @param part S shipment, R return, B both: two pages; C customs */
    static byte[] write(Parcel parcel, String part, PrintFormat paper) {
        if (part.equals("C")) {
            return PdfCustoms.write(parcel);
        }
        return Sheet.pdf((document, font) -> {
            document.getDocumentInformation().setTitle(parcel.number);
            if (!part.equals("R")) {
                page(
                        document,
                        font,
                        paper,
                        LabelText.outbound(parcel),
                        parcel.routing,
                        sscc(parcel.number),
                        LabelText.sscc(parcel.number));
            }
            if (!part.equals("S")) {
                page(
                        document,
                        font,
                        paper,
                        LabelText.back(parcel),
                        Routing.of(parcel.returnTo(), "RETURN"),
                        twoOfFive(parcel.returnNumber),
                        LabelText.returns(parcel.returnNumber));
            }
        });
    }

    private static void page(
            PDDocument document,
            PDFont font,
            PrintFormat paper,
            LabelText text,
            Routing routing,
            Symbol number,
            String readable)
            throws IOException {
        try (Sheet sheet = new Sheet(document, font, paper.width, paper.height)) {
            if (paper == PrintFormat.SMALL) {
                small(sheet, text, routing, number, readable);
            } else {
                PrintFormat drawn = paper == PrintFormat.A4 ? ON_A4 : paper;
                full(sheet, drawn.width, drawn.height, text, routing, number, readable);
            }
        }
    }

    private static void full(
            Sheet sheet, double width, double height, LabelText text, Routing routing, Symbol number, String readable)
            throws IOException {
        double room = width - 2 * MARGIN;
        double tall = height > 160 ? 36 : 22;
        sheet.frame(MARGIN - 1.5, MARGIN - 1.5, room + 3, height - 2 * MARGIN + 3);
        sheet.text(MARGIN + 1, MARGIN + 1.5, 19, room * 0.62, true, text.title());
        sheet.text(width - MARGIN - 29, MARGIN + 1.2, 5.5, 28, false, "Packhaus-Sandbox");
        sheet.text(width - MARGIN - 29, MARGIN + 3.8, 5.5, 28, false, "Muster, nicht für den Versand");
        sheet.box(MARGIN - 1.5, MARGIN + 9, room + 3, 0.4);

        double y = MARGIN + 10.8;
        sheet.text(MARGIN + 1, y, 5.5, 20, false, "Von / From");
        lines(sheet, MARGIN + 1, y + 2.7, 7.2, 2.95, room * 0.52, text.from(), 17.6);
        lines(sheet, MARGIN + room * 0.58, y, 7, 3.1, room * 0.41, text.facts(), 19);
        y += 20.6;
        sheet.box(MARGIN - 1.5, y, room + 3, 0.4);

        y += 1.6;
        sheet.text(MARGIN + 1, y, 5.5, 20, false, "An / To");
        double end = lines(sheet, MARGIN + 1, y + 3, 11, 4.6, room - 4, text.to(), 27);
        sheet.text(MARGIN + 1, end + 0.8, 17, room - 4, true, text.toCity());
        y += 38.6;
        sheet.box(MARGIN - 1.5, y, room + 3, 0.4);

        if (height > 160) {
            double under = lines(sheet, MARGIN + 1, y + 1.8, 8, 3.4, room - 4, text.services(), 13);
            y = Math.max(under, y + 15) + 1;
            sheet.box(MARGIN - 1.5, y, room + 3, 0.4);
        } else {
            sheet.text(MARGIN + 1, y + 1.3, 7, room - 2, false, String.join(" · ", text.services()));
            y += 4.2;
        }

        y += 3;
        code(sheet, width, y, tall, twoOfFive(routing.leitcode()), 0.52, routing.readable());
        y += tall + 8.5;
        code(sheet, width, y, tall, number, 0.5, readable);
        if (height > 160) {
            sheet.text(MARGIN + 1, height - MARGIN - 3.4, 6, room - 2, false, "Routing: " + routing.routingCode());
        }
    }

    private static void small(Sheet sheet, LabelText text, Routing routing, Symbol number, String readable)
            throws IOException {
        sheet.text(3, 3, 11, 50, true, text.title());
        sheet.text(66, 3, 5, 31, false, "Packhaus-Sandbox, Muster");
        sheet.text(3, 7.4, 5, 94, false, "Von: " + String.join(", ", text.from()));
        double end = lines(sheet, 3, 10.6, 8, 3.3, 60, text.to(), 17.6);
        sheet.text(3, end + 0.3, 10.5, 60, true, text.toCity());
        lines(sheet, 66, 7.4 + 3.2, 5.5, 2.6, 31, text.facts(), 12);
        code(sheet, 100, 33.5, 9.5, twoOfFive(routing.leitcode()), 0.42, routing.readable());
        code(sheet, 100, 50.5, 12.5, number, 0.45, readable);
    }

    /** A barcode in the middle of the label with its number below. */
    private static void code(
            Sheet sheet, double width, double y, double tall, Symbol symbol, double module, String readable)
            throws IOException {
        double wide = symbol.getWidth() * module;
        sheet.barcode(symbol, (width - wide) / 2, y, module, tall);
        double size = tall > 15 ? 10 : 7.5;
        sheet.centred(width / 2, y + tall + 1.1, size, readable);
    }

    /** Lines below each other; closer and smaller when they would need more than {@code tall} millimetres, none is left out. */
    private static double lines(
            Sheet sheet, double x, double y, double size, double step, double room, List<String> lines, double tall)
            throws IOException {
        double scale = Math.min(1, tall / Math.max(1, lines.size() * step));
        double next = y;
        for (String line : lines) {
            sheet.text(x, next, size * scale, room, false, line);
            next += step * scale;
        }
        return next;
    }

    /** GS1-128 with the application identifier 00. @param number 20 digits, the first two being the identifier */
    private static Symbol sscc(String number) {
        Code128 code = new Code128();
        code.setDataType(Symbol.DataType.GS1);
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        code.setContent("[00]" + number.substring(2));
        return code;
    }

    private static Symbol twoOfFive(String digits) {
        Code2Of5 code = new Code2Of5();
        code.setMode(Code2Of5.ToFMode.INTERLEAVED);
        code.setModuleWidthRatio(2.5);
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        code.setContent(digits);
        return code;
    }
}
