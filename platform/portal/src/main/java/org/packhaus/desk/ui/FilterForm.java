package org.packhaus.desk.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.packhaus.shell.ActionButton;

/** All filters beside each other, filled with what is set. One of which there is nothing to choose is not shown. */
class FilterForm extends Div {

    /** Up to here a list is shorter than typing. */
    private static final int SHORT = 8;

    private final FilterWords words;
    private final FilterChoices choices;
    private final Map<Narrowing, HasValue<?, String>> fields = new EnumMap<>(Narrowing.class);

    FilterForm(OrderState state, FilterWords words, FilterChoices choices, Consumer<UnaryOperator<OrderState>> change) {
        this.words = words;
        this.choices = choices;
        addClassNames("pop", "filter-form");
        var grid = new Div();
        grid.addClassName("two-columns");
        for (var by : Narrowing.values()) {
            add(grid, by, state);
        }
        var apply = new ActionButton(null, getTranslation("filter.apply"), click -> change.accept(this::read)).fill();
        var none = new ActionButton(
                        null,
                        getTranslation("filter.none"),
                        click -> change.accept(
                                now -> OrderState.START.withTab(now.tab()).withSort(now.sort())))
                .bare();
        var foot = new Div(apply, none);
        foot.addClassName("row");
        add(grid, foot);
    }

    private OrderState read(OrderState state) {
        var read = state;
        for (var field : fields.entrySet()) {
            var value = field.getValue().getValue();
            read = read.with(field.getKey(), value == null ? "" : value);
        }
        return read;
    }

    private void add(Div grid, Narrowing by, OrderState state) {
        var values = choices.of(by);
        var set = state.by(by);
        // With one seller or one channel there is nothing to narrow.
        boolean idle = (by == Narrowing.SELLER || by == Narrowing.CHANNEL) && values.size() < 2;
        if (idle && set.isEmpty()) {
            return;
        }
        var field = by == Narrowing.SKU
                ? typed(by)
                : values.size() <= SHORT && by != Narrowing.TAG ? picked(by, values) : sought(by, values);
        set.ifPresent(field::setValue);
        fields.put(by, field);
        grid.add((Component) field);
    }

    private AbstractField<?, String> typed(Narrowing by) {
        var field = new TextField(getTranslation(by.textKey()));
        field.setClearButtonVisible(true);
        return field;
    }

    private AbstractField<?, String> picked(Narrowing by, List<String> values) {
        var field = new Select<String>();
        field.setLabel(getTranslation(by.textKey()));
        field.setItems(values);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(getTranslation("filter.any"));
        field.setItemLabelGenerator(value -> value == null ? getTranslation("filter.any") : words.value(by, value));
        return field;
    }

    private AbstractField<?, String> sought(Narrowing by, List<String> values) {
        var field = new ComboBox<String>(getTranslation(by.textKey()));
        field.setItems(values);
        field.setItemLabelGenerator(value -> words.value(by, value));
        field.setClearButtonVisible(true);
        return field;
    }
}
