package org.packhaus.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The head of the first page: seller, address, order number with its barcode, and what the packer must not miss. */
final class SlipHead {
    private static final double COLUMN = 122;
    private static final double NOTICE = 13;
    private static final double WORDS_STEP = 4.6;
    private static final int MOST_GREETING = 12;
    private static final double ROOM_FOR_GOODS = 38;

    private final SlipContent slip;
    private final Measures measures;
    private final Lines lines;
    private final Ink ink;
    private final Style small;
    private final Style words;
    private final SlipLanguage language;

    SlipHead(SlipContent slip, Measures measures, Lines lines, Ink ink) {
        this.slip = slip;
        this.measures = measures;
        this.lines = lines;
        this.ink = ink;
        this.small = new Style(false, 7.5, ink.quiet());
        this.words = new Style(false, 9, ink.text());
        this.language = slip.language();
    }

    /** Where the table's head begins. */
    double bottom() {
        return greetingTop() + greetingHeight();
    }

    private double greetingTop() {
        return noticeTop() + (slip.takesBackOldAppliance() ? NOTICE : 0);
    }

    private double greetingHeight() {
        List<String> greeting = greeting();
        return greeting.isEmpty() ? 0 : greeting.size() * WORDS_STEP + 5;
    }

    /** As much of it as leaves room for a row of goods on the page; narrow paper may show none. */
    private List<String> greeting() {
        double room = measures.bottom() - greetingTop() - ROOM_FOR_GOODS;
        int most = (int) Math.clamp(room / WORDS_STEP, 0, MOST_GREETING);
        if (slip.greeting().isBlank() || most == 0) {
            return List.of();
        }
        return slip.greeting()
                .strip()
                .lines()
                .flatMap(paragraph -> paragraph.isBlank()
                        ? Stream.of("")
                        : lines.of(words, paragraph, Mm.toPoints(measures.width()), most).stream())
                .limit(most)
                .toList();
    }

    /** Draws it; tells whether the order number could be drawn as a barcode. */
    boolean draw(Sheet sheet) {
        boolean barcode = measures.letter() ? letter(sheet) : stacked(sheet);
        if (slip.takesBackOldAppliance()) {
            notice(sheet, noticeTop());
        }
        double y = greetingTop();
        for (String line : greeting()) {
            sheet.text(words, line, measures.left(), y += WORDS_STEP);
        }
        return barcode;
    }

    private double noticeTop() {
        return measures.letter() ? 98 : stackedTop() + 44.5 + 4.6 * address().size();
    }

    private double stackedTop() {
        return measures.left() < 10 ? 5 : 10;
    }

    private boolean letter(Sheet sheet) {
        masthead(sheet, 22, 16, COLUMN - measures.left() - 6);
        Style title = new Style(false, 17, ink.text());
        sheet.text(title, language.text("title"), COLUMN, 22);
        sheet.rule(ink.rule(), 0.4, 4, 8, 105); // fold mark

        Style tiny = new Style(false, 6.5, ink.quiet());
        sheet.text(tiny, lines.one(tiny, SlipPages.senderLine(slip), Mm.toPoints(85)), measures.left(), 49);
        sheet.rule(ink.rule(), 0.4, measures.left(), measures.left() + 85, 50.4);
        address(sheet, 57.5, 4.9);

        double width = measures.right() - COLUMN;
        sheet.text(small, language.text("orderNumber"), COLUMN, 49);
        number(sheet, 22, COLUMN, width, 57.6);
        boolean barcode = sheet.code128(PrintText.clean(slip.orderNumber()), COLUMN, 61.5, width, 13, false);
        pair(sheet, "orderDate", language.date(slip.orderedOn()), COLUMN, 80.5);
        if (!slip.channel().isBlank()) {
            pair(sheet, "soldAt", slip.channel(), COLUMN + 36, 80.5);
        }
        return barcode;
    }

    private boolean stacked(Sheet sheet) {
        double top = stackedTop();
        double width = measures.width();
        Style title = new Style(false, 10, ink.text());
        sheet.textRight(title, language.text("title"), measures.right(), top + 5);
        masthead(sheet, top + 5, 8, width - 32);
        sheet.rule(ink.text(), 0.9, measures.left(), measures.right(), top + 7.6);
        sheet.text(small, language.text("orderNumber"), measures.left(), top + 12);
        String date = language.date(slip.orderedOn());
        String where = Stream.of(slip.channel(), date)
                .filter(s -> !s.isBlank())
                .reduce((a, b) -> a + " · " + b)
                .orElse(date);
        sheet.textRight(small, lines.one(small, where, Mm.toPoints(width / 2)), measures.right(), top + 12);
        number(sheet, 18, measures.left(), width, top + 19);
        boolean barcode =
                sheet.code128(PrintText.clean(slip.orderNumber()), measures.left(), top + 22, width, 11, false);
        address(sheet, top + 40.5, 4.6);
        return barcode;
    }

    private void masthead(Sheet sheet, double baseline, double height, double width) {
        if (slip.logo().isPresent()
                && sheet.image(
                        slip.logo().get(), measures.left(), baseline - height * 0.8, Math.min(width, 70), height)) {
            return; // one that cannot be read is seen missing on the first slip; orders must not wait for it
        }
        Style name = lines.shrunk(
                new Style(true, measures.letter() ? 17 : 12, ink.text()), slip.seller(), Mm.toPoints(width), 9);
        sheet.text(name, lines.one(name, slip.seller(), Mm.toPoints(width)), measures.left(), baseline);
    }

    private void number(Sheet sheet, double size, double x, double width, double baseline) {
        Style style = lines.shrunk(new Style(true, size, ink.text()), slip.orderNumber(), Mm.toPoints(width), 9);
        sheet.text(style, lines.one(style, slip.orderNumber(), Mm.toPoints(width)), x, baseline);
    }

    private void pair(Sheet sheet, String label, String value, double x, double baseline) {
        Style style = new Style(false, 10, ink.text());
        sheet.text(small, language.text(label), x, baseline);
        sheet.text(style, lines.one(style, value, Mm.toPoints(34)), x, baseline + 4.8);
    }

    private void address(Sheet sheet, double baseline, double step) {
        double y = baseline;
        for (String line : address()) {
            sheet.text(addressStyle(), line, measures.left(), y);
            y += step;
        }
    }

    /** At most eight lines; a long one is broken once, so that a hostile name cannot push the city off the window. */
    private List<String> address() {
        double width = Mm.toPoints(measures.letter() ? 85 : measures.width());
        List<String> all = new ArrayList<>();
        slip.deliverTo().lines().forEach(line -> all.addAll(lines.of(addressStyle(), line, width, 2)));
        String country = SlipPages.country(slip.deliverTo());
        if (!country.isEmpty()) {
            all.add(lines.one(addressStyle(), country, width));
        }
        if (all.size() <= 8) {
            return all;
        }
        List<String> short8 = new ArrayList<>();
        slip.deliverTo().lines().forEach(line -> short8.add(lines.one(addressStyle(), line, width)));
        if (!country.isEmpty()) {
            short8.add(country);
        }
        return short8;
    }

    private Style addressStyle() {
        return new Style(false, 10.5, ink.text());
    }

    private void notice(Sheet sheet, double top) {
        double height = 9;
        sheet.frame(measures.left(), top, measures.width(), height, 1.2);
        SlipRows.exclamation(sheet, measures.left() + 2.2, top + 1.9, 5.2);
        Style bold = new Style(true, 9.5, ink.text());
        Style plain = new Style(false, 9, ink.text());
        double x = measures.left() + 10;
        String name = language.text("takeBack");
        if (measures.letter()) {
            sheet.text(bold, name, x, top + 5.8);
            sheet.text(plain, language.text("takeBack.hint"), x + 38, top + 5.8);
        } else {
            sheet.text(bold, name, x, top + 5.8);
        }
    }
}
