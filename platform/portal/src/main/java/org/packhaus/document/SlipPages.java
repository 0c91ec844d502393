package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** Lays one slip out: measures all blocks, deals them onto pages, then draws, because every page says how many there are. */
final class SlipPages {
    private static final double HEAD = 7;

    private final PdfDocument document;
    private final Pen pen;
    private final Paper paper;
    private final SlipContent slip;
    private final Measures measures;
    private final Lines lines;
    private final Ink ink;
    private final Style small;
    private final SlipLanguage language;
    private boolean barcodeDrawn = true;

    SlipPages(PdfDocument document, Pen pen, Paper paper, SlipContent slip) {
        this.document = document;
        this.pen = pen;
        this.paper = paper;
        this.slip = slip;
        this.language = slip.language();
        this.measures = Measures.of(paper);
        this.lines = new Lines(pen, language.locale());
        this.ink = Ink.on(paper);
        this.small = new Style(false, 7.5, ink.quiet());
    }

    /** Draws all pages and tells what could not be printed as wanted. */
    SlipReport draw() {
        double first = new SlipHead(slip, measures, lines, ink).bottom();
        List<List<SlipBlock>> pages = deal(first);
        for (int i = 0; i < pages.size(); i++) {
            drawPage(pages.get(i), i + 1, pages.size(), first);
        }
        return new SlipReport(pages.size(), pen.takeMissing(), barcodeDrawn);
    }

    private void drawPage(List<SlipBlock> blocks, int number, int of, double first) {
        Sheet sheet = new Sheet(document, paper, pen);
        double y = number == 1 ? first : measures.next();
        if (number == 1) {
            barcodeDrawn &= new SlipHead(slip, measures, lines, ink).draw(sheet);
        } else {
            nextHead(sheet);
        }
        if (!blocks.isEmpty() && blocks.getFirst().row()) {
            y = tableHead(sheet, y);
        }
        for (SlipBlock block : blocks) {
            block.drawing().at(sheet, y);
            y += block.height();
        }
        footer(sheet, number, of);
        sheet.finish();
    }

    private List<List<SlipBlock>> deal(double first) {
        List<List<SlipBlock>> pages = new ArrayList<>();
        List<SlipBlock> page = new ArrayList<>();
        double y = first + HEAD;
        for (SlipBlock block : blocks()) {
            if (y + block.height() > measures.bottom() && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                y = measures.next() + (block.row() ? HEAD : 0);
            }
            page.add(block);
            y += block.height();
        }
        pages.add(page);
        return pages;
    }

    private List<SlipBlock> blocks() {
        List<SlipBlock> blocks = new ArrayList<>(new SlipRows(slip, measures, lines, ink).blocks());
        Style total = new Style(true, 9.5, ink.text());
        String pieces = language.total(slip.pieces());
        blocks.add(new SlipBlock(10, false, (sheet, top) -> sheet.text(total, pieces, measures.article(), top + 6)));
        Style words = new Style(false, 9, ink.text());
        slip.closing()
                .lines()
                .limit(60)
                .flatMap(paragraph -> paragraph.isBlank()
                        ? Stream.of("")
                        : lines.of(words, paragraph, Mm.toPoints(measures.width()), 20).stream())
                .limit(60)
                .forEach(text -> blocks.add(new SlipBlock(
                        4.6, false, (sheet, top) -> sheet.text(words, text, measures.left(), top + 4.6))));
        return blocks;
    }

    private double tableHead(Sheet sheet, double y) {
        sheet.text(small, language.text("count"), measures.left(), y + 3.6);
        sheet.text(small, language.text("article"), measures.article(), y + 3.6);
        if (measures.letter()) {
            sheet.text(small, language.text("numbers"), measures.numbers(), y + 3.6);
        }
        sheet.rule(ink.text(), 0.9, measures.left(), measures.right(), y + 5.8);
        return y + HEAD - 0.6;
    }

    private void nextHead(Sheet sheet) {
        double top = measures.next() - 16;
        double half = measures.width() / 2;
        String title = language.text("continued", PrintText.clean(slip.orderNumber()));
        Style bold = lines.shrunk(new Style(true, 10.5, ink.text()), title, Mm.toPoints(half - 3), 6.5);
        sheet.text(bold, lines.one(bold, title, Mm.toPoints(half - 3)), measures.left(), top + 4.5);
        sheet.text(small, lines.one(small, slip.seller(), Mm.toPoints(half)), measures.left(), top + 9);
        sheet.code128(
                PrintText.clean(slip.orderNumber()),
                measures.right() - half,
                top,
                half,
                measures.letter() ? 9 : 8,
                true);
    }

    private void footer(Sheet sheet, int number, int of) {
        sheet.rule(ink.rule(), 0.5, measures.left(), measures.right(), measures.footer() - 4);
        String page = language.text("page", number, of);
        sheet.textRight(small, page, measures.right(), measures.footer());
        double room = Mm.toPoints(measures.width() - 6) - pen.width(small, page);
        sheet.text(small, lines.one(small, senderLine(slip), room), measures.left(), measures.footer());
    }

    /** Name, street and city in one line, as above an address window. */
    static String senderLine(SlipContent slip) {
        Address sender = slip.sender();
        return Stream.of(sender.name(), sender.streetLine(), sender.cityLine(), country(sender))
                .filter(part -> !part.isBlank())
                .reduce((a, b) -> a + " · " + b)
                .orElse(slip.seller());
    }

    /** The country as the post wants it, abroad only. */
    static String country(Address address) {
        return address.country().equals(CountryCode.DE)
                ? ""
                : PrintText.upper(address.country().name(Locale.GERMAN), Locale.GERMAN);
    }
}
