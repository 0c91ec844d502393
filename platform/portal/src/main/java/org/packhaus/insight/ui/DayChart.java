package org.packhaus.insight.ui;

import com.vaadin.flow.component.Svg;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days beside each other, today at the right: as bars, or as a line with gaps for days of which nothing is known. */
final class DayChart {
    private static final int WIDTH = 356;
    private static final int BARS = 106;
    private static final int LINE = 60;
    private static final int EDGE = 4;

    private DayChart() {}

    static Svg bars(String name, List<Long> days) {
        var drawing = new Drawing(WIDTH, BARS);
        double step = step(days.size());
        long most = Math.max(1, days.stream().mapToLong(Long::longValue).max().orElse(1));
        for (int i = 0; i < days.size(); i++) {
            double height = (BARS - 12.0) * days.get(i) / most;
            drawing.rect(i == days.size() - 1 ? "t" : "p", EDGE + i * step, BARS - 2 - height, step * .68, height);
        }
        drawing.line("ax", 0, BARS - 1.5, WIDTH, BARS - 1.5);
        return drawing.named(name);
    }

    static Svg line(String name, List<Optional<BigDecimal>> days) {
        var drawing = new Drawing(WIDTH, LINE);
        double step = step(days.size());
        var known = days.stream()
                .flatMap(Optional::stream)
                .map(BigDecimal::doubleValue)
                .toList();
        double low = known.stream().mapToDouble(v -> v).min().orElse(0);
        double high = known.stream().mapToDouble(v -> v).max().orElse(1);
        double range = Math.max(high - low, high * .05);
        List<String> points = new ArrayList<>();
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i).isPresent()) {
                lastX = EDGE + i * step + step * .34;
                lastY = 8 + (LINE - 16) * (1 - (days.get(i).get().doubleValue() - low) / range);
                points.add(Drawing.point(lastX, lastY));
            }
        }
        if (!points.isEmpty()) {
            drawing.path("ln", String.join(" ", points));
            drawing.circle("t", lastX, lastY, 3.5);
        }
        return drawing.named(name);
    }

    private static double step(int days) {
        return (WIDTH - 2.0 * EDGE) / Math.max(1, days);
    }
}
