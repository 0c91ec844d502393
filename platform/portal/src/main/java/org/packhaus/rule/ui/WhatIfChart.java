package org.packhaus.rule.ui;

import com.vaadin.flow.component.Svg;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.packhaus.rule.WhatIf;
import org.springframework.web.util.HtmlUtils;

/** Parcels of each product by the rules as they are and by the draft, one bar under the other; the table below says the same. */
final class WhatIfChart {
    private static final int WIDTH = 860;
    private static final int NAMES = 260;
    private static final int FIGURES = 60;
    private static final int ROW = 40;
    private static final int BAR = 13;

    private final RuleWords words;

    WhatIfChart(RuleWords words) {
        this.words = words;
    }

    /** A screen reader hears the figures, line by line. */
    Svg of(List<WhatIf.Line> lines) {
        int most = Math.max(
                1,
                lines.stream()
                        .mapToInt(line -> Math.max(line.now(), line.then()))
                        .max()
                        .orElse(1));
        var shapes = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            int top = i * ROW + 4;
            text(shapes, "name", NAMES - 12, top + BAR + 5, words.name(line.offer()));
            bar(shapes, "now", top, line.now(), most);
            bar(shapes, "then", top + BAR + 3, line.then(), most);
        }
        var svg =
                new Svg("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg>"
                        .formatted(WIDTH, Math.max(1, lines.size()) * ROW, shapes));
        svg.addClassNames("chart", "what-if-chart");
        svg.getElement().setAttribute("role", "img");
        svg.getElement()
                .setAttribute("aria-label", lines.stream().map(this::said).collect(Collectors.joining("; ")));
        return svg;
    }

    private String said(WhatIf.Line line) {
        return words.formats()
                .text(
                        "what-if.chart.line",
                        words.name(line.offer()),
                        words.formats().number(line.now()),
                        words.formats().number(line.then()));
    }

    private void bar(StringBuilder shapes, String css, int top, int parcels, int most) {
        double width = (double) (WIDTH - NAMES - FIGURES) * parcels / most;
        shapes.append("<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"%d\" rx=\"1\"/>"
                .formatted(css, NAMES, top, String.format(Locale.ROOT, "%.1f", Math.max(1, width)), BAR));
        text(shapes, "figure", NAMES + width + 6, top + BAR - 2, words.formats().number(parcels));
    }

    private static void text(StringBuilder shapes, String css, double x, double y, String words) {
        shapes.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(
                        css,
                        String.format(Locale.ROOT, "%.1f", x),
                        String.format(Locale.ROOT, "%.1f", y),
                        HtmlUtils.htmlEscape(words)));
    }
}
