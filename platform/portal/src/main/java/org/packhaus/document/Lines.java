package org.packhaus.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks text into lines: at the places its script allows, inside a word only when the word is wider than the line. */
final class Lines {
    private static final String MORE = "…";

    private final Pen pen;
    private final Locale locale;

    Lines(Pen pen, Locale locale) {
        this.pen = pen;
        this.locale = locale;
    }

    /** At most {@code most} lines; the last one ends in an ellipsis if there would have been more. */
    List<String> of(Style style, String outside, double width, int most) {
        String text = PrintText.clean(outside);
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        String line = "";
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE && lines.size() <= most; from = to, to = breaks.next()) {
            String word = text.substring(from, to);
            if (fits(style, line + word, width)) {
                line += word;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.strip());
            }
            line = word;
            while (!fits(style, line, width)) {
                String head = head(style, line, width);
                lines.add(head);
                line = line.substring(head.length());
            }
        }
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
        return lines.size() <= most ? lines : cut(style, lines.subList(0, most), width);
    }

    /** One line, cut wherever it is full. */
    String one(Style style, String outside, double width) {
        String text = PrintText.clean(outside);
        return fits(style, text, width)
                ? text
                : head(style, text, width - pen.width(style, MORE)).strip() + MORE;
    }

    /** The largest size between the two, in half points, at which the text fits in one line. */
    Style shrunk(Style style, String outside, double width, double smallest) {
        String text = PrintText.clean(outside);
        Style tried = style;
        while (tried.size() > smallest && !fits(tried, text, width)) {
            tried = tried.sized(tried.size() - 0.5);
        }
        return tried;
    }

    private List<String> cut(Style style, List<String> lines, double width) {
        List<String> kept = new ArrayList<>(lines);
        String last = kept.removeLast();
        while (!last.isEmpty() && !fits(style, last + MORE, width)) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        kept.add(last.strip() + MORE);
        return kept;
    }

    private String head(Style style, String word, double width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (pen.width(style, word.substring(0, next)) > width) {
                break;
            }
            end = next;
        }
        return word.substring(0, end);
    }

    private boolean fits(Style style, String text, double width) {
        return text.codePointCount(0, text.length()) <= 1 || pen.width(style, text.stripTrailing()) <= width;
    }
}
