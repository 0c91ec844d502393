package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.document.HandOverList.Content;
import org.packhaus.document.HandOverList.Parcel;
import org.packhaus.seller.SenderAddress;

/** Lays a hand-over list out: head and sums first, a line for each parcel, and the signatures on the last page, never alone. */
final class HandOverPages {
    private static final double LEFT = 20;
    private static final double RIGHT = 195;
    private static final double[] COLUMNS = {LEFT, 32, 92, 142, 155, 180};
    private static final double ROW = 5.6;
    private static final double FIRST = 74;
    private static final double NEXT = 26;
    private static final double BOTTOM = 278;
    private static final double FOOTER = 287;
    private static final double SIGNATURES = 44;
    private static final BigDecimal GRAMS = BigDecimal.valueOf(1000);

    private final PdfDocument document;
    private final Content content;
    private final DocumentTexts texts;
    private final Pen pen;
    private final Lines lines;
    private final Ink ink = Ink.on(Paper.A4);
    private final Style small = new Style(false, 7.5, ink.quiet());
    private final Style plain = new Style(false, 9, ink.text());
    private final Style bold = new Style(true, 10.5, ink.text());
    private final NumberFormat kilograms;

    HandOverPages(PdfDocument document, Content content, DocumentTexts texts) {
        this.document = document;
        this.content = content;
        this.texts = texts;
        this.pen = new Pen(document);
        this.lines = new Lines(pen, texts.language().locale());
        this.kilograms = NumberFormat.getNumberInstance(texts.language().locale());
        kilograms.setMinimumFractionDigits(2);
        kilograms.setMaximumFractionDigits(2);
    }

    void draw() {
        int pages = pages();
        int done = 0;
        for (int page = 1; page <= pages; page++) {
            Sheet sheet = new Sheet(document, Paper.A4, pen);
            double y = page == 1 ? head(sheet) : nextHead(sheet);
            int until = page == pages
                    ? content.parcels().size()
                    : Math.min(content.parcels().size(), done + room(y, false));
            if (done < until) {
                y = tableHead(sheet, y);
            }
            for (; done < until; done++) {
                row(sheet, y, done + 1, content.parcels().get(done));
                y += ROW;
            }
            if (page == pages) {
                signatures(sheet, y + 6);
            }
            sheet.textRight(small, texts.of("page", page, pages), RIGHT, FOOTER);
            sheet.text(small, texts.of("closing", Long.toString(content.closing())), LEFT, FOOTER);
            sheet.finish();
        }
    }

    /** Lines that fit under this height, with or without the signatures below. */
    private static int room(double y, boolean last) {
        return (int) Math.max(0, (BOTTOM - y - 8 - (last ? SIGNATURES : 0)) / ROW);
    }

    private int pages() {
        int left = content.parcels().size();
        int pages = 1;
        for (double y = FIRST; left > room(y, true); y = NEXT, pages++) {
            left -= Math.min(left, room(y, false));
        }
        return pages;
    }

    private double head(Sheet sheet) {
        sheet.text(new Style(false, 17, ink.text()), texts.of("title"), LEFT, 22);
        Style carrier = lines.shrunk(new Style(true, 17, ink.text()), content.carrier(), Mm.toPoints(90), 9);
        sheet.textRight(carrier, lines.one(carrier, content.carrier(), Mm.toPoints(90)), RIGHT, 22);
        sheet.rule(ink.text(), 0.9, LEFT, RIGHT, 26);
        sheet.text(small, texts.of("sender"), LEFT, 33);
        double y = 38;
        for (String line : sender()) {
            sheet.text(plain, line, LEFT, y);
            y += 4.6;
        }
        pair(sheet, "date", date(), 110, 33);
        pair(sheet, "parcels", Integer.toString(content.parcels().size()), 110, 46);
        pair(sheet, "weight", kilograms(grams()), 155, 46);
        return FIRST;
    }

    private void pair(Sheet sheet, String label, String value, double x, double y) {
        sheet.text(small, texts.of(label), x, y);
        sheet.text(bold, value, x, y + 5);
    }

    private List<String> sender() {
        SenderAddress sender = content.sender();
        return Stream.of(
                        content.seller(),
                        sender.company(),
                        sender.name(),
                        sender.extra(),
                        together(sender.street(), sender.houseNumber()),
                        together(sender.zip(), sender.city()))
                .filter(line -> line != null && !line.isBlank())
                .map(line -> lines.one(plain, line, Mm.toPoints(82)))
                .distinct()
                .toList();
    }

    private static String together(@Nullable String one, @Nullable String other) {
        return Stream.of(one, other).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private String date() {
        ZonedDateTime at = content.at().atZone(content.zone());
        return texts.language().date(at.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm").format(at);
    }

    private double nextHead(Sheet sheet) {
        sheet.text(
                plain,
                lines.one(
                        plain,
                        texts.of("title") + " · " + content.carrier() + " · " + content.seller() + " · " + date(),
                        Mm.toPoints(RIGHT - LEFT)),
                LEFT,
                18);
        return NEXT;
    }

    private double tableHead(Sheet sheet, double y) {
        List<String> names = List.of("row", "number", "order", "weight", "postcode", "country");
        for (int i = 0; i < names.size(); i++) {
            if (i == 3) {
                sheet.textRight(small, texts.of(names.get(i)), COLUMNS[3] + 8, y + 2);
            } else {
                sheet.text(small, texts.of(names.get(i)), COLUMNS[i], y + 2);
            }
        }
        sheet.rule(ink.text(), 0.6, LEFT, RIGHT, y + 3.6);
        return y + 8;
    }

    private void row(Sheet sheet, double y, int number, Parcel parcel) {
        sheet.text(small, Integer.toString(number), COLUMNS[0], y);
        sheet.text(plain, one(parcel.number(), 58), COLUMNS[1], y);
        sheet.text(plain, one(parcel.orderNumber(), 44), COLUMNS[2], y);
        sheet.textRight(plain, kilograms(parcel.weight().grams()), COLUMNS[3] + 8, y);
        sheet.text(plain, one(parcel.postcode(), 23), COLUMNS[4], y);
        sheet.text(plain, one(parcel.country(), 15), COLUMNS[5], y);
        sheet.rule(ink.rule(), 0.3, LEFT, RIGHT, y + 1.7);
    }

    private String one(String text, double width) {
        return lines.one(plain, text, Mm.toPoints(width));
    }

    private void signatures(Sheet sheet, double y) {
        sheet.text(bold, texts.of("sum", content.parcels().size(), kilograms(grams())), LEFT, y + 4);
        double line = y + 28;
        sheet.rule(ink.text(), 0.5, LEFT, LEFT + 40, line);
        sheet.text(small, texts.of("collected"), LEFT, line + 4);
        sheet.rule(ink.text(), 0.5, LEFT + 50, LEFT + 75, line);
        sheet.text(small, texts.of("taken"), LEFT + 50, line + 4);
        sheet.rule(ink.text(), 0.5, LEFT + 85, RIGHT, line);
        sheet.text(small, texts.of("driver"), LEFT + 85, line + 4);
    }

    private long grams() {
        return content.parcels().stream()
                .mapToLong(parcel -> parcel.weight().grams())
                .sum();
    }

    private String kilograms(long grams) {
        return kilograms.format(BigDecimal.valueOf(grams).divide(GRAMS, 2, RoundingMode.HALF_UP));
    }
}
