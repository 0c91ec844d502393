package org.packhaus.document;

import com.itextpdf.kernel.colors.ColorConstants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of an order as blocks, measured before they are drawn. */
final class SlipRows {
    private static final double PADDING = 2.7;
    private static final double TITLE_STEP = 4.7;
    private static final double DETAIL_STEP = 4.2;
    private static final double UNDER = 7.4;
    private static final double LABEL_WIDTH = 15;
    /** How wide a semi-bold digit is for each point of its size. */
    private static final double MM_OF_A_DIGIT = 0.202;

    private final SlipContent slip;
    private final Measures measures;
    private final Lines lines;
    private final Style title;
    private final Style detail;
    private final Style strong;
    private final Style label;
    private final Ink ink;

    SlipRows(SlipContent slip, Measures measures, Lines lines, Ink ink) {
        this.slip = slip;
        this.measures = measures;
        this.lines = lines;
        this.ink = ink;
        title = new Style(true, 10, ink.text());
        detail = new Style(false, 8.5, ink.quiet());
        strong = new Style(true, 8.5, ink.text());
        label = new Style(false, 7, ink.quiet());
    }

    List<SlipBlock> blocks() {
        List<SlipBlock> blocks = new ArrayList<>();
        String above = "";
        for (SlipLine line : slip.lines()) {
            SlipBlock block = block(line);
            blocks.add(line.under().equals(above) ? block : under(line.under(), block));
            above = line.under();
        }
        return blocks;
    }

    /** One block with the first line it stands above, or it might end a page. */
    private SlipBlock under(String text, SlipBlock first) {
        String fitting = lines.one(title, text, Mm.toPoints(measures.width()));
        return new SlipBlock(first.height() + UNDER, true, (sheet, top) -> {
            sheet.text(title, fitting, measures.left(), top + UNDER - 2);
            sheet.rule(ink.rule(), 0.5, measures.left(), measures.right(), top + UNDER);
            first.drawing().at(sheet, top + UNDER);
        });
    }

    private record Placed(Style style, String text, double x, double y, boolean marked) {}

    private SlipBlock block(SlipLine line) {
        List<Placed> placed = new ArrayList<>();
        double articleRight = measures.letter() ? measures.numbers() - 5 : measures.right();
        double y = column(line, placed, articleRight - measures.article());
        if (measures.letter()) {
            y = Math.max(y, numbers(line, placed, measures.numbers(), 0));
        } else {
            y = numbers(line, placed, measures.article(), y + 0.4);
        }
        double height = Math.max(y, 7) + 2 * PADDING - 1.2;
        return new SlipBlock(height, true, (sheet, top) -> draw(sheet, top, height, line.count(), placed));
    }

    private double column(SlipLine line, List<Placed> placed, double width) {
        double y = 0;
        for (String text : lines.of(title, line.title(), Mm.toPoints(width), 4)) {
            placed.add(new Placed(title, text, measures.article(), y += TITLE_STEP, false));
        }
        for (String text : lines.of(detail, attributes(line), Mm.toPoints(width), 4)) {
            placed.add(new Placed(detail, text, measures.article(), y += DETAIL_STEP, false));
        }
        if (line.takesBackOldAppliance()) {
            y += 0.8;
            placed.add(
                    new Placed(strong, slip.language().text("takeBack"), measures.article(), y += DETAIL_STEP, true));
        }
        return y;
    }

    private double numbers(SlipLine line, List<Placed> placed, double x, double from) {
        double y = from;
        y = number(placed, "sku", line.sku(), strong, x, y);
        y = number(placed, "articleNumber", line.articleNumber(), detailInk(), x, y);
        return number(placed, "ean", line.ean(), detailInk(), x, y);
    }

    private double number(List<Placed> placed, String name, String value, Style style, double x, double from) {
        double y = from;
        List<String> parts = lines.of(style, value, Mm.toPoints(measures.right() - x - LABEL_WIDTH), 3);
        for (int i = 0; i < parts.size(); i++) {
            y += i == 0 && from == 0 ? TITLE_STEP : DETAIL_STEP;
            if (i == 0) {
                placed.add(new Placed(label, slip.language().text(name), x, y, false));
            }
            placed.add(new Placed(style, parts.get(i), x + LABEL_WIDTH, y, false));
        }
        return y;
    }

    private Style detailInk() {
        return new Style(false, 8.5, ink.text());
    }

    private static String attributes(SlipLine line) {
        return line.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getValue().isBlank())
                .map(attribute -> attribute.getKey() + ": " + attribute.getValue())
                .collect(Collectors.joining("  ·  "));
    }

    private void draw(Sheet sheet, double top, double height, int count, List<Placed> placed) {
        double y = top + PADDING - 1.2;
        count(sheet, y, count);
        for (Placed text : placed) {
            double x = text.x();
            if (text.marked()) {
                exclamation(sheet, x, y + text.y() - 2.7, 3.4);
                x += 5;
            }
            sheet.text(text.style(), text.text(), x, y + text.y());
        }
        sheet.rule(ink.rule(), 0.5, measures.left(), measures.right(), top + height);
    }

    /** More than one piece is what packers overlook: white on black. */
    private void count(Sheet sheet, double y, int count) {
        String digits = Integer.toString(count);
        double centre = measures.left() + 4.5;
        if (count == 1) {
            sheet.textCentre(new Style(false, 12, ink.text()), digits, centre, y + TITLE_STEP + 0.3);
            return;
        }
        int more = Math.max(0, digits.length() - 2);
        double width = Math.min(9 + 2.2 * more, measures.count() - 1.5);
        double size = Math.min(13, (width - 1.6) / (digits.length() * MM_OF_A_DIGIT));
        sheet.fill(measures.left(), y + 0.6, width, 6.6, 1.2);
        double middle = measures.left() + width / 2;
        Style white = new Style(true, size, ColorConstants.WHITE);
        sheet.textCentre(white, digits, middle, y + 3.9 + size * 0.127);
    }

    /** The sign for "look here", drawn, so that it needs no font. */
    static void exclamation(Sheet sheet, double x, double y, double size) {
        sheet.fill(x, y, size, size, size * 0.2);
        sheet.textCentre(new Style(true, size * 2.4, ColorConstants.WHITE), "!", x + size / 2, y + size * 0.8);
    }
}
