package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A cell of a list: what counts, and below it in the quieter ink what goes with it. */
public final class Cell {

    private Cell() {}

    public static Div two(Component top, Component below) {
        var cell = new Div(top, below);
        cell.addClassName("cell");
        return cell;
    }

    public static Div below(@Nullable String words) {
        var below = new Div(new Span(words));
        below.addClassNames("xs", "two");
        return below;
    }
}
