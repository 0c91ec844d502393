package org.packhaus.rule.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.BiConsumer;
import org.packhaus.rule.Offer;
import org.packhaus.rule.PriceTable;
import org.packhaus.rule.PriceTableRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** The price tables by contract and product. */
class PricesCard extends Section {

    PricesCard(List<PriceTableRow> tables, RuleWords words, boolean mayEdit, BiConsumer<Offer, PriceTable> save) {
        var list = new Div();
        list.addClassName("rows");
        if (tables.isEmpty()) {
            list.add(new Span(getTranslation("prices.none")));
        }
        for (PriceTableRow table : tables) {
            var says = new Div(new Span(words.name(table.offer())));
            says.addClassName("grow");
            var below = new Div(new Span(getTranslation(
                    "prices.line",
                    table.table().bands().size(),
                    words.formats().when(table.savedAt()),
                    table.savedBy())));
            below.addClassNames("two", "xs");
            says.add(below);
            var line = new Div(says);
            line.addClassName("fx");
            line.add(ActionButton.icon(
                            Icon.EYE,
                            getTranslation("prices.show", words.name(table.offer())),
                            click -> new PricesDialog(table, words, mayEdit, save).open())
                    .bare()
                    .small());
            list.add(line);
        }
        Cards.fill(this, getTranslation("prices.title"), list);
        if (mayEdit) {
            list.add(new ActionButton(
                            Icon.PLUS,
                            getTranslation("prices.import"),
                            click -> new PricesDialog(null, words, true, save).open())
                    .small());
        }
    }
}
