package org.packhaus.desk.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.packhaus.order.OrderFilter.Pieces;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** Search, the filters that are set, and the way to set another. */
class FilterBar extends Div {

    /** Where OTTO ships to, and its neighbours. */
    private static final List<String> COUNTRIES =
            List.of("DE", "AT", "CH", "LU", "NL", "BE", "FR", "IT", "DK", "PL", "CZ");

    private final Consumer<UnaryOperator<OrderState>> change;
    private final TextField search = new TextField();
    private final Div chips = new Div();
    private final Popover popover = new Popover();

    FilterBar(Consumer<UnaryOperator<OrderState>> change) {
        this.change = change;
        addClassName("filters");
        getElement().setAttribute("role", "search");
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
        chips.addClassName("chips");

        var add = new NativeButton();
        add.addClassNames("chip", "add");
        add.getElement().setAttribute("type", "button");
        add.add(Icon.PLUS.tiny(), new Span(getTranslation("filter.add")));
        popover.setTarget(add);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setAriaLabel(getTranslation("filter.add"));

        var gap = new Span();
        gap.addClassName("vr");
        var sorted = new Span(getTranslation("orders.sorted"));
        sorted.addClassNames("two", "sorted");
        add(search, chips, add, gap, sorted);
    }

    void focusSearch() {
        search.focus();
    }

    void show(OrderState state) {
        if (!search.getValue().equals(state.search())) {
            search.setValue(state.search());
        }
        chips.removeAll();
        if (state.shipBy() != null) {
            chip(
                    "filter.by",
                    getTranslation("filter.by." + OrderState.word(state.shipBy())),
                    now -> now.withShipBy(null));
        }
        if (!state.country().isEmpty()) {
            chip("filter.country", country(state.country()), now -> now.withCountry(""));
        }
        if (!state.sku().isEmpty()) {
            chip("filter.sku", state.sku(), now -> now.withSku(""));
        }
        if (state.pieces() != Pieces.ANY) {
            chip(
                    "filter.items",
                    getTranslation("filter.items." + OrderState.word(state.pieces())),
                    now -> now.withPieces(Pieces.ANY));
        }
        popover.removeAll();
        popover.add(form(state));
    }

    private void chip(String key, String value, UnaryOperator<OrderState> without) {
        var name = new Span(getTranslation(key));
        name.addClassName("k");
        var drop = new NativeButton();
        drop.addClassName("x");
        drop.getElement().setAttribute("type", "button");
        drop.add(Icon.X.tiny());
        drop.setAriaLabel(getTranslation("filter.remove", getTranslation(key)));
        drop.addClickListener(click -> change.accept(without));
        var chip = new Span(name, new Span(value), drop);
        chip.addClassName("chip");
        chips.add(chip);
    }

    private Div form(OrderState state) {
        var by = new Select<OrderState.Horizon>();
        by.setLabel(getTranslation("filter.by"));
        by.setItems(OrderState.Horizon.values());
        by.setEmptySelectionAllowed(true);
        by.setEmptySelectionCaption(getTranslation("filter.any"));
        by.setItemLabelGenerator(horizon -> horizon == null
                ? getTranslation("filter.any")
                : getTranslation("filter.by." + OrderState.word(horizon)));
        by.setValue(state.shipBy());

        var country = new ComboBox<String>(getTranslation("filter.country"));
        country.setItems(COUNTRIES);
        country.setItemLabelGenerator(this::country);
        country.setClearButtonVisible(true);
        country.setValue(state.country().isEmpty() ? null : state.country());

        var sku = new TextField(getTranslation("filter.sku"));
        sku.setValue(state.sku());
        sku.setClearButtonVisible(true);

        var items = new Select<Pieces>();
        items.setLabel(getTranslation("filter.items"));
        items.setItems(Pieces.values());
        items.setItemLabelGenerator(pieces -> getTranslation("filter.items." + OrderState.word(pieces)));
        items.setValue(state.pieces());

        var apply = new ActionButton(null, getTranslation("filter.apply"), click -> {
                    popover.close();
                    change.accept(now -> now.withShipBy(by.getValue())
                            .withCountry(country.getValue() == null ? "" : country.getValue())
                            .withSku(sku.getValue().strip())
                            .withPieces(items.getValue()));
                })
                .fill();
        var none = new ActionButton(null, getTranslation("filter.none"), click -> {
                    popover.close();
                    change.accept(now -> OrderState.START.withTab(now.tab()));
                })
                .bare();
        var foot = new Div(apply, none);
        foot.addClassName("row");
        var form = new Div(by, country, sku, items, foot);
        form.addClassName("pop");
        return form;
    }

    private String country(String code) {
        return Locale.of("", code).getDisplayCountry(getLocale());
    }
}
