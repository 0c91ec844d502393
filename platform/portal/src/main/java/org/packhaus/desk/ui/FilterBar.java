package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.packhaus.order.OrderSort;
import org.packhaus.shell.Icon;

/** Search, the filters that are set, the way to set another, and the order of the rows. */
class FilterBar extends Div {

    private final Consumer<UnaryOperator<OrderState>> change;
    private final FilterWords words;
    private final TextField search = new TextField();
    private final Div chips = new Div();
    private final Popover popover = new Popover();
    private final Select<OrderSort> sort = new Select<>();
    private OrderState shown = OrderState.START;

    FilterBar(Consumer<UnaryOperator<OrderState>> change, FilterWords words, FilterChoices choices) {
        this.change = change;
        this.words = words;
        addClassName("filters");
        getElement().setAttribute("role", "search");
        chips.addClassName("chips");

        var add = new NativeButton();
        add.addClassNames("chip", "add");
        add.getElement().setAttribute("type", "button");
        add.add(Icon.PLUS.tiny(), new Span(getTranslation("filter.add")));
        popover.setTarget(add);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(getTranslation("filter.add"));
        popover.addOpenedChangeListener(opened -> {
            popover.removeAll();
            if (opened.isOpened()) {
                popover.add(new FilterForm(shown, words, choices, wanted -> {
                    popover.close();
                    change.accept(wanted);
                }));
            }
        });

        var gap = new Span();
        gap.addClassName("vr");
        add(searchField(), chips, add, gap, sortField());
    }

    private TextField searchField() {
        search.addClassName("q");
        search.setPlaceholder(getTranslation("orders.search"));
        search.setAriaLabel(getTranslation("orders.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(typed -> {
            if (typed.isFromClient()) {
                change.accept(state -> state.withSearch(typed.getValue()));
            }
        });
        var slash = new Element("kbd");
        slash.setText("/");
        slash.setAttribute("aria-hidden", "true");
        slash.setAttribute("slot", "suffix");
        search.getElement().appendChild(slash);
        return search;
    }

    private Select<OrderSort> sortField() {
        sort.addClassName("sorted");
        sort.setAriaLabel(getTranslation("orders.sort"));
        sort.setItems(OrderSort.values());
        sort.setItemLabelGenerator(wanted -> getTranslation("orders.sort." + OrderState.word(wanted)));
        sort.addValueChangeListener(picked -> {
            if (picked.isFromClient()) {
                change.accept(state -> state.withSort(picked.getValue()));
            }
        });
        return sort;
    }

    void focusSearch() {
        search.focus();
    }

    void show(OrderState state) {
        shown = state;
        if (!search.getValue().equals(state.search())) {
            search.setValue(state.search());
        }
        sort.setValue(state.sort());
        chips.removeAll();
        for (var by : Narrowing.values()) {
            state.by(by).ifPresent(value -> chip(by, words.value(by, value)));
        }
    }

    private void chip(Narrowing by, String value) {
        var name = new Span(getTranslation(by.textKey()));
        name.addClassName("k");
        var drop = new NativeButton();
        drop.addClassName("x");
        drop.getElement().setAttribute("type", "button");
        drop.add(Icon.X.tiny());
        drop.setAriaLabel(getTranslation("filter.remove", getTranslation(by.textKey())));
        drop.addClickListener(click -> change.accept(now -> now.without(by)));
        var chip = new Span(name, new Span(value), drop);
        chip.addClassName("chip");
        chips.add(chip);
    }
}
