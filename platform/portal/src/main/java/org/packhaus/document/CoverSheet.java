package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws the cover of a batch: what lies below it, what does not and why. Values in, PDF/A out. */
final class CoverSheet {
    private static final double LEFT = 20;
    private static final double RIGHT = 190;
    private static final double BOTTOM = 278;

    /** Parcels of one product. */
    record Carrier(String name, int parcels) {}

    /** An order that is not below, with what happened and what to do. */
    record Missing(String order, String reason, String fix) {}

    /**
     * What is on it.
     *
     * @param barcode what a scanner reads: {@code PH-B17}
     * @param counts of rows: done, failed, in the balance, cancelled
     * @param slips and labels that belong below it
     */
    record Content(
            String title,
            String barcode,
            SlipLanguage language,
            Instant printedAt,
            ZoneId zone,
            String startedBy,
            Instant startedAt,
            List<String> sellers,
            Counts counts,
            int slips,
            int labels,
            List<Carrier> carriers,
            List<Missing> missing) {}

    record Counts(int done, int failed, int pending, int cancelled) {}

    private final PdfDocument document;
    private final Pen pen;
    private final Lines lines;
    private final Content content;
    private final SlipLanguage language;
    private final Ink ink = Ink.on(Paper.A4);
    private final Style small = new Style(false, 8, ink.quiet());
    private final Style plain = new Style(false, 9.5, ink.text());
    private final Style bold = new Style(true, 9.5, ink.text());
    private final Style heading = new Style(true, 12, ink.text());

    private CoverSheet(PdfDocument document, Content content) {
        this.document = document;
        this.pen = new Pen(document);
        this.language = content.language();
        this.lines = new Lines(pen, language.locale());
        this.content = content;
    }

    /** Writes it and closes the stream. @return how many pages */
    static int write(Content content, OutputStream out) {
        try (PdfDocument document = PrintDocument.archive(out, content.title(), content.printedAt())) {
            return new CoverSheet(document, content).draw();
        }
    }

    private int draw() {
        List<List<SlipBlock>> pages = new ArrayList<>();
        List<SlipBlock> page = new ArrayList<>();
        double y = 112;
        for (SlipBlock block : blocks()) {
            if (y + block.height() > BOTTOM && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                y = 40;
            }
            page.add(block);
            y += block.height();
        }
        pages.add(page);
        for (int i = 0; i < pages.size(); i++) {
            Sheet sheet = new Sheet(document, Paper.A4, pen);
            head(sheet, i == 0);
            double at = i == 0 ? 112 : 40;
            for (SlipBlock block : pages.get(i)) {
                block.drawing().at(sheet, at);
                at += block.height();
            }
            sheet.textRight(small, language.text("page", i + 1, pages.size()), RIGHT, 287);
            sheet.finish();
        }
        return pages.size();
    }

    private void head(Sheet sheet, boolean first) {
        Style title = new Style(true, first ? 26 : 14, ink.text());
        sheet.text(title, lines.one(title, content.title(), Mm.toPoints(100)), LEFT, first ? 32 : 24);
        sheet.code128(content.barcode(), RIGHT - 62, 18, 62, 14, true);
        sheet.textRight(small, content.barcode(), RIGHT, 36);
        if (!first) {
            return;
        }
        DateTimeFormatter times =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(content.zone());
        Style seller = new Style(true, 12, ink.text());
        String sellers = String.join(", ", content.sellers());
        double y = 36;
        for (String line : lines.of(seller, sellers, Mm.toPoints(100), 2)) {
            sheet.text(seller, line, LEFT, y += 5.4);
        }
        sheet.text(
                plain,
                lines.one(
                        plain,
                        language.text("cover.started", times.format(content.startedAt()), content.startedBy()),
                        Mm.toPoints(RIGHT - LEFT)),
                LEFT,
                55);
        sheet.rule(ink.text(), 0.9, LEFT, RIGHT, 60);
        figures(sheet);
    }

    private void figures(Sheet sheet) {
        Counts counts = content.counts();
        figure(sheet, 0, counts.done(), "cover.done");
        figure(sheet, 1, counts.failed(), "cover.failed");
        figure(sheet, 2, counts.pending(), "cover.pending");
        figure(sheet, 3, counts.cancelled(), "cover.cancelled");
        sheet.rule(ink.rule(), 0.5, LEFT, RIGHT, 85);
        sheet.text(heading, language.text("cover.below", content.slips(), content.labels()), LEFT, 95);
        sheet.rule(ink.rule(), 0.5, LEFT, RIGHT, 102);
    }

    private void figure(Sheet sheet, int place, int count, String name) {
        double x = LEFT + place * 43;
        sheet.text(new Style(true, 24, ink.text()), Integer.toString(count), x, 73);
        sheet.text(small, language.text(name), x, 79);
    }

    private List<SlipBlock> blocks() {
        List<SlipBlock> blocks = new ArrayList<>();
        if (!content.carriers().isEmpty()) {
            blocks.add(heading("cover.carriers"));
            content.carriers()
                    .forEach(carrier -> blocks.add(new SlipBlock(6, true, (sheet, top) -> {
                        sheet.text(plain, lines.one(plain, carrier.name(), Mm.toPoints(140)), LEFT, top + 4);
                        sheet.textRight(bold, Integer.toString(carrier.parcels()), RIGHT, top + 4);
                        sheet.rule(ink.rule(), 0.4, LEFT, RIGHT, top + 5.6);
                    })));
            blocks.add(new SlipBlock(6, false, (sheet, top) -> {}));
        }
        if (!content.missing().isEmpty()) {
            blocks.add(heading("cover.missing"));
            content.missing().forEach(one -> blocks.add(missing(one)));
        }
        return blocks;
    }

    private SlipBlock heading(String key) {
        return new SlipBlock(8, true, (sheet, top) -> sheet.text(heading, language.text(key), LEFT, top + 5));
    }

    private SlipBlock missing(Missing one) {
        double column = 42;
        double room = Mm.toPoints(RIGHT - LEFT - column);
        List<String> words = new ArrayList<>(lines.of(plain, one.reason(), room, 3));
        int reasons = words.size();
        words.addAll(lines.of(plain, one.fix(), room, 3));
        double height = Math.max(1, words.size()) * 4.6 + 3;
        return new SlipBlock(height, true, (sheet, top) -> {
            sheet.text(bold, lines.one(bold, one.order(), Mm.toPoints(column - 3)), LEFT, top + 4);
            double y = top + 4;
            for (int i = 0; i < words.size(); i++) {
                sheet.text(i < reasons ? plain : bold, words.get(i), LEFT + column, y);
                y += 4.6;
            }
            sheet.rule(ink.rule(), 0.4, LEFT, RIGHT, top + height - 1.2);
        });
    }
}
