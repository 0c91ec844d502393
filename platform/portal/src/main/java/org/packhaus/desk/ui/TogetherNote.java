package org.packhaus.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.packhaus.order.Mate;
import org.packhaus.order.OrderRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shipment.SendTogether;

/** Says above an order's cards what leaves with it, and what could: one parcel instead of several. */
final class TogetherNote {

    /** What a person may do about it. */
    interface Deeds {
        void together(List<Mate> others);

        void apart();
    }

    private TogetherNote() {}

    /** @param deeds null for somebody who only looks */
    static Optional<Component> of(OrderRow order, SendTogether.Beside beside, Optional<Deeds> deeds) {
        if (beside.with().isEmpty() && beside.could().isEmpty()) {
            return Optional.empty();
        }
        Div says = Parts.div("grow");
        Div note = Parts.div("note info together", Icon.BOX.create(), says);
        note.getElement().setAttribute("role", "note");
        if (!beside.with().isEmpty()) {
            says.getElement()
                    .appendChild(Parts.strong(
                            note.getTranslation("together.with", beside.with().size())));
            says.add(links(beside.with()));
            Mate first = beside.with().getFirst();
            says.add(new Div(
                    order.sentWith() == null
                            ? note.getTranslation("together.leads")
                            : note.getTranslation("together.follows", first.orderNumber())));
        }
        if (!beside.could().isEmpty()) {
            Div could = new Div();
            could.getElement()
                    .appendChild(Parts.strong(
                            note.getTranslation("together.could", beside.could().size())));
            could.add(links(beside.could()));
            says.add(could);
        }
        deeds.ifPresent(may -> {
            if (!beside.could().isEmpty()) {
                note.add(new ActionButton(
                                Icon.BOX, note.getTranslation("together.do"), click -> may.together(beside.could()))
                        .small());
            }
            if (beside.undoable()) {
                note.add(new ActionButton(null, note.getTranslation("together.undo"), click -> may.apart())
                        .quiet()
                        .small());
            }
        });
        return Optional.of(note);
    }

    private static Span links(List<Mate> orders) {
        Span links = new Span();
        for (Mate mate : orders) {
            links.add(new Span(links.getElement().getChildCount() == 0 ? " " : ", "));
            links.add(new Anchor("orders/" + mate.order().value(), mate.orderNumber()));
        }
        return links;
    }
}
