package org.packhaus.desk.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.function.Consumer;
import org.packhaus.desk.DeskException;
import org.packhaus.desk.SavedViewRow;
import org.packhaus.desk.SavedViews;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** Ways to look at the list that have a name: mine, and those shared with everybody. The button says which one is on. */
class ViewMenu extends Div {

    private final SavedViews views;
    private final Consumer<OrderState> go;
    private final Span name = new Span();
    private final Popover popover = new Popover();
    private List<SavedViewRow> known;
    private OrderState shown = OrderState.START;

    ViewMenu(SavedViews views, Consumer<OrderState> go) {
        this.views = views;
        this.go = go;
        this.known = views.list();
        var open = new NativeButton();
        open.addClassName("btn");
        open.getElement().setAttribute("type", "button");
        name.addClassNames("t", "cut");
        open.add(Icon.STAR.create(), name, Icon.DOWN.small());
        popover.setTarget(open);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("views.title"));
        popover.addOpenedChangeListener(opened -> {
            popover.removeAll();
            if (opened.isOpened()) {
                known = views.list();
                popover.add(content());
            }
        });
        addClassName("views");
        add(open);
    }

    void show(OrderState state) {
        shown = state.withSearch("");
        name.setText(known.stream()
                .filter(this::isOn)
                .findFirst()
                .map(SavedViewRow::name)
                .orElse(getTranslation("views.title")));
    }

    private boolean isOn(SavedViewRow view) {
        return state(view).equals(shown);
    }

    private static OrderState state(SavedViewRow view) {
        return OrderState.of(QueryParameters.fromString(view.query()));
    }

    private Div content() {
        var content = new Div();
        content.addClassNames("pop", "scroll");
        if (known.isEmpty()) {
            var none = new Paragraph(getTranslation("views.none"));
            none.addClassNames("two", "xs");
            content.add(none);
        }
        known.forEach(view -> content.add(line(view)));
        var line = new Div();
        line.addClassName("line");
        var save = new NativeButton();
        save.addClassName("pick");
        save.getElement().setAttribute("type", "button");
        save.add(Icon.PLUS.create(), new Span(getTranslation("views.save")));
        save.addClickListener(click -> {
            popover.close();
            ask();
        });
        content.add(line, save);
        return content;
    }

    private Div line(SavedViewRow view) {
        var pick = new NativeButton();
        pick.addClassName("pick");
        pick.getElement().setAttribute("type", "button");
        var words = new Span(view.name());
        words.addClassNames("grow", "cut");
        pick.add((isOn(view) ? Icon.TICK : Icon.STAR).create(), words);
        if (isOn(view)) {
            pick.getElement().setAttribute("aria-current", "true");
        }
        if (view.shared()) {
            var everybody = new Span(getTranslation("views.shared"));
            everybody.addClassNames("xs", "two");
            pick.add(everybody);
        }
        pick.addClickListener(click -> {
            popover.close();
            go.accept(state(view));
        });
        var line = new Div(pick);
        line.addClassName("row");
        if (view.mine()) {
            line.add(ActionButton.icon(Icon.X, getTranslation("views.forget", view.name()), click -> {
                        views.forget(view.id());
                        popover.close();
                        Toast.done(getTranslation("views.forgotten", view.name()));
                        known = views.list();
                        show(shown);
                    })
                    .bare()
                    .small());
        }
        return line;
    }

    private void ask() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("views.save"));
        dialog.setWidth("420px");
        var called = new TextField(getTranslation("views.name"));
        called.setMaxLength(60);
        called.setWidthFull();
        called.setHelperText(getTranslation("views.help"));
        known.stream()
                .filter(view -> view.mine() && isOn(view))
                .findFirst()
                .ifPresent(view -> called.setValue(view.name()));
        var shared = new Checkbox(getTranslation("views.share"));
        shared.setVisible(views.mayShare());
        var rows = new Div(called, shared);
        rows.addClassName("rows");
        dialog.add(rows);
        dialog.getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> dialog.close()).quiet(),
                        new ActionButton(null, getTranslation("views.save.now"), click -> {
                                    try {
                                        views.save(
                                                called.getValue(),
                                                shown.parameters().getQueryString(),
                                                shared.getValue());
                                        dialog.close();
                                        known = views.list();
                                        show(shown);
                                        Toast.done(getTranslation(
                                                "views.saved", called.getValue().strip()));
                                    } catch (DeskException refused) {
                                        called.setInvalid(true);
                                        called.setErrorMessage(Problems.text("problem.", refused));
                                    }
                                })
                                .fill());
        dialog.open();
        called.focus();
    }
}
