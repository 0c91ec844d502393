package org.packhaus.desk.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.packhaus.order.OrderRow;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shipment.DocumentRow;
import org.packhaus.shipment.ShipmentRow;

/** Everything that can be opened or printed for the order. */
class DocumentsCard extends Composite<Section> {

    private final List<ShipmentRow> shipments;
    private final OrderRow order;
    private final Formats formats;

    DocumentsCard(List<ShipmentRow> shipments, OrderRow order, Formats formats) {
        this.shipments = shipments;
        this.order = order;
        this.formats = formats;
    }

    @Override
    protected Section initContent() {
        var card = Parts.card(getTranslation("order.documents"));
        var list = new UnorderedList();
        list.addClassName("docsl");
        int number = 0;
        for (var shipment : shipments) {
            for (var parcel : shipment.parcels()) {
                number++;
                for (var document : parcel.documents()) {
                    list.add(line(document, number));
                }
            }
        }
        if (list.getChildren().findAny().isEmpty()) {
            card.add(Parts.div("in two", new Span(getTranslation("order.documents.none"))));
            return card;
        }
        if (order.labels() > 0) {
            list.add(row(
                    Icon.SLIP,
                    getTranslation("document.all"),
                    getTranslation(order.slipPrinted() ? "document.printed" : "document.not-printed"),
                    Prints.address(List.of(order.id()))));
            list.add(row(
                    Icon.SLIP,
                    getTranslation("document.archive"),
                    getTranslation("document.archive.below"),
                    Prints.archive(List.of(order.id()))));
        }
        card.add(list);
        return card;
    }

    private ListItem line(DocumentRow document, int parcel) {
        return row(
                Icon.LABEL,
                getTranslation("document." + OrderState.word(document.kind()), parcel),
                document.type().name() + " · " + formats.when(document.createdAt()),
                Prints.stored(document.id()));
    }

    private ListItem row(Icon icon, String name, String below, String address) {
        var mark = icon.create();
        mark.addClassName("two");
        var words = new Div();
        words.addClassName("grow");
        words.getElement().appendChild(Parts.strong(name));
        words.add(Parts.div("xs two", new Span(below)));
        var open = new Anchor(address, "");
        open.add(Icon.EYE.create());
        open.setTarget("_blank");
        open.getElement().setAttribute("router-ignore", true);
        open.addClassNames("btn", "bare", "icon");
        open.setAriaLabel(getTranslation("document.open", name));
        open.getElement().setAttribute("title", getTranslation("document.open", name));
        var row = new ListItem(mark, words, open);
        row.addClassName("docrow");
        return row;
    }
}
