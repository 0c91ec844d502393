package org.packhaus.document;

import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.pdf.PdfDocument;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws pick lists: the way through the warehouse, each place once. Values in, PDF/A out. */
final class PickList {
    private static final double LEFT = 12;
    private static final double RIGHT = 198;
    private static final double TOP = 30;
    private static final double BOTTOM = 280;
    private static final double PICTURE = 18;
    private static final double WORDS = 42;
    private static final double CODE = 124;
    private static final double CODE_WIDTH = 44;
    private static final double COUNT = 173;
    private static final int MOST_ORDER_LINES = 12;

    /**
     * What is on it.
     *
     * @param title says which orders: a batch, or nothing
     * @param orders how many
     * @param rows in the order of the way
     */
    record Content(
            String title, SlipLanguage language, Instant printedAt, ZoneId zone, int orders, List<PickRow> rows) {
        int pieces() {
            return rows.stream().mapToInt(PickRow::count).sum();
        }
    }

    private final PdfDocument document;
    private final Pen pen;
    private final Lines lines;
    private final Content content;
    private final Ink ink = Ink.on(Paper.A4);
    private final Style small = new Style(false, 7.5, ink.quiet());
    private final Style plain = new Style(false, 8.5, ink.text());
    private final Style bold = new Style(true, 9.5, ink.text());
    private final Style place = new Style(true, 13, ink.text());

    private PickList(PdfDocument document, Content content) {
        this.document = document;
        this.pen = new Pen(document);
        this.lines = new Lines(pen, content.language().locale());
        this.content = content;
    }

    /** Writes it and closes the stream; the same at the same instant is the same bytes. @return how many pages */
    static int write(Content content, OutputStream out) {
        String title = content.language().text("pick.title") + " " + content.title();
        try (PdfDocument document = PrintDocument.archive(out, title.strip(), content.printedAt())) {
            return new PickList(document, content).draw();
        }
    }

    private int draw() {
        List<List<SlipBlock>> pages = new ArrayList<>();
        List<SlipBlock> page = new ArrayList<>();
        double y = TOP;
        for (PickRow row : content.rows()) {
            SlipBlock block = block(row);
            if (y + block.height() > BOTTOM && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                y = TOP;
            }
            page.add(block);
            y += block.height();
        }
        pages.add(page);
        for (int i = 0; i < pages.size(); i++) {
            draw(pages.get(i), i + 1, pages.size());
        }
        return pages.size();
    }

    private void draw(List<SlipBlock> blocks, int number, int of) {
        Sheet sheet = new Sheet(document, Paper.A4, pen);
        SlipLanguage language = content.language();
        sheet.text(new Style(true, 15, ink.text()), language.text("pick.title"), LEFT, 16);
        sheet.text(plain, lines.one(plain, content.title(), Mm.toPoints(90)), LEFT, 21.5);
        Style sum = new Style(true, 11, ink.text());
        sheet.textRight(
                sum, language.text("pick.sum", content.pieces(), content.rows().size(), content.orders()), RIGHT, 16);
        sheet.textRight(
                small,
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                        .withZone(content.zone())
                        .format(content.printedAt()),
                RIGHT,
                21.5);
        sheet.rule(ink.text(), 0.9, LEFT, RIGHT, 26);
        double y = TOP;
        if (blocks.isEmpty()) {
            sheet.text(bold, language.text("pick.nothing"), LEFT, y + 8);
        }
        for (SlipBlock block : blocks) {
            block.drawing().at(sheet, y);
            y += block.height();
        }
        sheet.textRight(small, language.text("page", number, of), RIGHT, 288);
        sheet.finish();
    }

    private SlipBlock block(PickRow row) {
        double room = Mm.toPoints(CODE - WORDS - 3);
        List<String> title = lines.of(bold, row.title(), room, 2);
        List<String> below = Stream.of(row.attributes(), row.seller())
                .filter(text -> !text.isBlank())
                .map(text -> lines.one(plain, text, room))
                .toList();
        List<String> orders =
                lines.of(plain, String.join("   ", row.orders()), Mm.toPoints(RIGHT - WORDS), MOST_ORDER_LINES);
        double words = 6 + 4.6 * title.size() + 4.2 + 4.2 * below.size();
        double upper = Math.max(words, PICTURE + 2.5);
        double height = upper + 4 * orders.size() + 3.5;
        return new SlipBlock(height, true, (sheet, top) -> {
            double y = top + 1.5;
            sheet.frame(LEFT, y + 1, 5, 5, 0.8);
            picture(sheet, row, y);
            words(sheet, row, title, below, y);
            code(sheet, row, y);
            count(sheet, row.count(), y);
            double at = y + upper;
            for (String line : orders) {
                sheet.text(plain, line, WORDS, at + 2.6);
                at += 4;
            }
            sheet.rule(ink.rule(), 0.5, LEFT, RIGHT, top + height);
        });
    }

    private void picture(Sheet sheet, PickRow row, double y) {
        double x = LEFT + 8;
        boolean drawn = row.picture().isPresent() && sheet.image(row.picture().get(), x, y, PICTURE, PICTURE);
        if (!drawn) {
            sheet.frame(x, y, PICTURE, PICTURE, 1.5);
            Style letters = new Style(true, 15, ink.quiet());
            sheet.textCentre(letters, letters(row.sku()), x + PICTURE / 2, y + PICTURE / 2 + 2);
        }
    }

    /** What people would call it for short: its first letters or digits. */
    private static String letters(String sku) {
        String clean = PrintText.clean(sku).replaceAll("[^\\p{L}\\p{N}]", "");
        int end = clean.offsetByCodePoints(0, Math.min(3, clean.codePointCount(0, clean.length())));
        return PrintText.upper(clean.substring(0, end), Locale.ROOT);
    }

    private void words(Sheet sheet, PickRow row, List<String> title, List<String> below, double y) {
        double room = Mm.toPoints(CODE - WORDS - 3);
        boolean known = !row.place().isBlank();
        Style style = known ? place : new Style(false, 10, ink.quiet());
        String where = known ? row.place() : content.language().text("pick.no-place");
        sheet.text(style, lines.one(style, where, room), WORDS, y + 4.4);
        double at = y + 5.2;
        for (String line : title) {
            sheet.text(bold, line, WORDS, at += 4.6);
        }
        Style sku = new Style(true, 8.5, ink.text());
        sheet.text(sku, lines.one(sku, row.sku(), room), WORDS, at += 4.2);
        for (String line : below) {
            sheet.text(plain, line, WORDS, at += 4.2);
        }
    }

    private void code(Sheet sheet, PickRow row, double y) {
        String ean = PrintText.clean(row.ean()).replaceAll("\\s", "");
        String shown = ean.isEmpty() ? PrintText.clean(row.sku()) : ean;
        boolean drawn = sheet.ean(ean, CODE, y + 1, CODE_WIDTH, 11)
                || sheet.code128(shown, CODE + 4, y + 1, CODE_WIDTH - 4, 11, false);
        Style digits = new Style(false, 8, ink.text());
        sheet.text(digits, lines.one(digits, shown, Mm.toPoints(CODE_WIDTH)), CODE + 4, y + (drawn ? 15.6 : 5));
    }

    /** More than one piece is what people overlook: white on black. */
    private void count(Sheet sheet, int count, double y) {
        String digits = Integer.toString(count);
        double width = RIGHT - COUNT;
        double size = digits.length() > 4 ? 15 : 22;
        if (count == 1) {
            sheet.textCentre(new Style(false, size, ink.text()), digits, COUNT + width / 2, y + 9.5);
            return;
        }
        sheet.fill(COUNT, y + 0.5, width, 12.5, 1.5);
        sheet.textCentre(
                new Style(true, size, ColorConstants.WHITE), digits, COUNT + width / 2, y + 6.75 + size * 0.127);
    }
}
