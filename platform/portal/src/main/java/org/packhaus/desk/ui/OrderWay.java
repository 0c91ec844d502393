package org.packhaus.desk.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import org.packhaus.order.OrderRow;
import org.packhaus.order.Stage;
import org.packhaus.order.StockLight;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;

/** Where the order stands on its way: what is done, what is next. */
class OrderWay extends OrderedList {

    private enum Step {
        DONE,
        NOW,
        ASK,
        NEXT
    }

    OrderWay(OrderRow row, Formats formats) {
        addClassName("way");
        getElement().setAttribute("aria-label", getTranslation("way"));
        int parcels = Math.max(1, row.parcels());
        boolean labelled = row.labels() >= parcels;
        boolean packed = row.stage() == Stage.PACKED || row.stage() == Stage.SENT;
        boolean confirmed = row.confirmed() >= parcels && row.parcels() > 0;

        step(Step.DONE, Icon.TICK, "way.imported", formats.when(row.orderedAt()));
        stock(row);
        if (row.problem() != null) {
            step(Step.ASK, Icon.ALERT, "way.problem", getTranslation("way.problem.below"));
        } else {
            step(row.buyerName().isBlank() ? Step.NEXT : Step.DONE, Icon.PIN, "way.address", row.city());
        }
        step(
                labelled ? Step.DONE : row.stage() == Stage.TO_SHIP && row.problem() == null ? Step.NOW : Step.NEXT,
                Icon.LABEL,
                "way.label",
                getTranslation("batch.of", row.labels(), parcels));
        step(packed ? Step.DONE : labelled && !confirmed ? Step.NOW : Step.NEXT, Icon.BOX, "way.packed", "");
        step(
                confirmed ? Step.DONE : Step.NEXT,
                Icon.SENT,
                "way.confirmed",
                confirmed || row.shipBy() == null ? "" : getTranslation("way.by", formats.when(row.shipBy())));
    }

    private void stock(OrderRow row) {
        var light = row.stockLight();
        step(
                light == StockLight.GREEN || light == StockLight.NONE ? Step.DONE : Step.ASK,
                Icon.STOCK,
                "way.stock",
                getTranslation("stock." + OrderState.word(light)));
    }

    private void step(Step step, Icon icon, String key, String below) {
        var mark = Parts.div("dot", step == Step.DONE ? Icon.TICK.small() : icon.small());
        var words = new Div();
        words.getElement().appendChild(Parts.strong(getTranslation(key)));
        words.add(Parts.div("xs two", new Text(below)));
        var item = new ListItem(mark, words);
        item.addClassName(OrderState.word(step));
        if (step == Step.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        add(item);
    }
}
