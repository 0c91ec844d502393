package org.packhaus.insight.ui;

import com.vaadin.flow.component.Svg;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** A chart in the making. Shapes have classes, the theme has the colours; a screen reader hears the name alone. */
final class Drawing {
    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;

    Drawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    void rect(String css, double x, double y, double w, double h) {
        shapes.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"1\"/>"
                .formatted(css, n(x), n(y), n(w), n(h)));
    }

    void circle(String css, double x, double y, double r) {
        shapes.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>".formatted(css, n(x), n(y), n(r)));
    }

    void line(String css, double x1, double y1, double x2, double y2) {
        shapes.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
                .formatted(css, n(x1), n(y1), n(x2), n(y2)));
    }

    /** @param points "x,y x,y …", made with {@link #point} */
    void path(String css, String points) {
        shapes.append("<polyline class=\"%s\" points=\"%s\"/>".formatted(css, points));
    }

    static String point(double x, double y) {
        return n(x) + "," + n(y);
    }

    void text(String css, double x, double y, String words) {
        shapes.append("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>"
                .formatted(css, n(x), n(y), HtmlUtils.htmlEscape(words)));
    }

    Svg named(String name) {
        var svg =
                new Svg("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">%s</svg>"
                        .formatted(width, height, shapes));
        svg.addClassName("chart");
        svg.getElement().setAttribute("role", "img");
        svg.getElement().setAttribute("aria-label", name);
        return svg;
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
