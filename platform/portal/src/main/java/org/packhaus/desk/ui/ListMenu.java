package org.packhaus.desk.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Consumer;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** Behind the three dots: which columns, how dense, and the list as a file. */
class ListMenu extends Div {

    private final Consumer<ListTaste> change;
    private final Export export;
    private final Popover popover = new Popover();
    private ListTaste taste;

    /** @param export asked when the menu opens */
    ListMenu(ListTaste taste, Consumer<ListTaste> change, Export export) {
        this.taste = taste;
        this.change = change;
        this.export = export;
        var open = ActionButton.icon(Icon.MORE, getTranslation("orders.menu"), click -> {});
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("orders.menu"));
        popover.addOpenedChangeListener(opened -> {
            popover.removeAll();
            if (opened.isOpened()) {
                popover.add(content());
            }
        });
        add(open);
    }

    /** Knows the list's address as a file of a format. */
    @FunctionalInterface
    interface Export {
        String address(String format);
    }

    private Div content() {
        var columns = new Div();
        columns.addClassName("two-columns");
        columns.getElement().setAttribute("role", "group");
        columns.getElement().setAttribute("aria-label", getTranslation("orders.columns"));
        for (var part : ListTaste.Part.values()) {
            if (!part.fixed()) {
                columns.add(column(part));
            }
        }
        var files = new Div(file("csv"), file("xlsx"));
        files.addClassName("row");
        var content = new Div(
                caption("orders.columns"),
                columns,
                caption("orders.density"),
                density(),
                line(),
                caption("orders.export"),
                files);
        content.addClassName("pop");
        return content;
    }

    private Checkbox column(ListTaste.Part part) {
        var box = new Checkbox(getTranslation("column." + part.key()), taste.shows(part));
        box.addValueChangeListener(ticked -> now(taste.with(part, ticked.getValue())));
        return box;
    }

    private Div density() {
        var choice = new Div();
        choice.addClassName("seg");
        choice.getElement().setAttribute("role", "radiogroup");
        choice.getElement().setAttribute("aria-label", getTranslation("orders.density"));
        choice.add(segment("compact", false, choice), segment("comfortable", true, choice));
        return choice;
    }

    private NativeButton segment(String word, boolean comfortable, Div group) {
        var segment = new NativeButton();
        segment.add(new Span(getTranslation("orders.density." + word)));
        segment.getElement().setAttribute("type", "button");
        segment.getElement().setAttribute("role", "radio");
        segment.getElement().setAttribute("aria-checked", String.valueOf(taste.comfortable() == comfortable));
        segment.addClickListener(click -> {
            now(taste.comfortable(comfortable));
            group.getChildren()
                    .forEach(
                            other -> other.getElement().setAttribute("aria-checked", String.valueOf(other == segment)));
        });
        return segment;
    }

    private void now(ListTaste wanted) {
        taste = wanted;
        change.accept(wanted);
    }

    private Anchor file(String format) {
        var link = new Anchor(export.address(format), "");
        link.addClassName("btn");
        link.add(Icon.DOWN.create(), new Span(getTranslation("orders.export." + format)));
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        link.getElement().addEventListener("click", click -> popover.close());
        return link;
    }

    private Span caption(String key) {
        var caption = new Span(getTranslation(key));
        caption.addClassNames("xs", "two");
        return caption;
    }

    private static Div line() {
        var line = new Div();
        line.addClassName("line");
        return line;
    }
}
