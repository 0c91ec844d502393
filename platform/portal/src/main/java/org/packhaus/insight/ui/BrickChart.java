package org.packhaus.insight.ui;

import com.vaadin.flow.component.Svg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stacks of bricks, three beside each other and laid in bond; what is done lies at the bottom, what is in danger on top. */
final class BrickChart {
    static final int WIDTH = 750;
    /** What stands above the highest stack: its figure, and the words of now. */
    private static final int HEAD = 40;

    private static final int FOOT = 26;
    private static final int BESIDE = 3;
    private static final int COURSE = 13;
    private static final int HIGHEST = 15;
    private static final int LOWEST = 6;
    private static final double WIDEST_BRICK = 22;
    private static final double WIDEST_COLUMN = 110;
    private static final int[] WORTH = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

    private final List<Column> columns;

    /**
     * @param at when it begins; null for what is left over from earlier days
     * @param counts by kind, in the order they are laid
     */
    record Column(String name, @Nullable Instant at, List<Long> counts) {
        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }
    }

    BrickChart(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** How many orders a brick is, so that the highest stack fits. */
    long worth() {
        for (int worth : WORTH) {
            if (columns.stream().allMatch(column -> bricks(column, worth).size() <= BESIDE * HIGHEST)) {
                return worth;
            }
        }
        return Math.ceilDiv(columns.stream().mapToLong(Column::total).max().orElse(1), (long) BESIDE * (HIGHEST - 1));
    }

    /** Kinds of bricks from the ground up. A part of a brick is a brick: nothing that is there is left out. */
    static List<Integer> bricks(Column column, long worth) {
        List<Integer> bricks = new ArrayList<>();
        for (int kind = 0; kind < column.counts().size(); kind++) {
            for (long left = column.counts().get(kind); left > 0; left -= worth) {
                bricks.add(kind);
            }
        }
        return bricks;
    }

    /**
     * @param kinds the classes of the kinds
     * @param now where the line stands that divides past from future; its words
     */
    Svg draw(String name, List<String> kinds, Instant now, String nowWords) {
        long worth = worth();
        int courses = Math.max(
                LOWEST,
                columns.stream()
                        .mapToInt(column -> Math.ceilDiv(bricks(column, worth).size(), BESIDE))
                        .max()
                        .orElse(0));
        int ground = HEAD + COURSE * courses;
        var drawing = new Drawing(WIDTH, ground + FOOT);
        double width = Math.min(WIDEST_COLUMN, (double) WIDTH / Math.max(1, columns.size()));
        double brick = Math.min(WIDEST_BRICK, (width - 12) / BESIDE - 2);
        double x = 4;
        boolean lineDrawn = false;
        drawing.line("ax", 0, ground + 2.5, WIDTH, ground + 2.5);
        for (var column : columns) {
            if (!lineDrawn && column.at() != null && column.at().isAfter(now)) {
                lineDrawn = true;
                drawing.line("now", x, 18, x, ground);
                drawing.text("now-words", x + 4, 14, nowWords);
            }
            stack(
                    drawing,
                    column.name(),
                    column.total(),
                    bricks(column, worth),
                    kinds,
                    new Place(x, width, brick, ground));
            x += width;
        }
        return drawing.named(name);
    }

    /** Where a stack stands: its left edge, the width it has, that of a brick, and the ground. */
    private record Place(double x, double width, double brick, int ground) {
        double middle() {
            return x + width / 2;
        }
    }

    private static void stack(
            Drawing drawing, String name, long total, List<Integer> bricks, List<String> kinds, Place place) {
        double brick = place.brick();
        double left = place.middle() - BESIDE * (brick + 2) / 2;
        for (int i = 0; i < bricks.size(); i++) {
            int course = i / BESIDE;
            double bond = course % 2 == 0 ? 0 : -brick / 6;
            var css = kinds.get(bricks.get(i));
            double bx = left + bond + i % BESIDE * (brick + 2);
            double by = place.ground() - COURSE * (course + 1) + 1.0;
            drawing.rect(css, bx, by, brick, COURSE - 2);
            if (css.equals("x")) {
                drawing.circle("dot", bx + brick / 2, by + (COURSE - 2) / 2.0, 2);
            }
        }
        double top = place.ground() - COURSE * Math.ceilDiv(bricks.size(), BESIDE) - 8.0;
        drawing.text("v", place.middle(), top, Long.toString(total));
        drawing.text("h", place.middle(), place.ground() + 20.0, name);
    }
}
