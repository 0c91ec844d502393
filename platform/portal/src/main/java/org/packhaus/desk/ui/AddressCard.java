package org.packhaus.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Stream;
import org.packhaus.order.AddressFinding;
import org.packhaus.order.OrderDetails;
import org.packhaus.sdk.Address;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Toast;

/** Where it goes, what the check says of it, and the correction with one click. Nothing is changed without one. */
class AddressCard extends Composite<Section> {

    private final OrderDetails order;
    private final Formats formats;
    private final boolean mayEdit;
    private final AddressDialog.Correction correction;

    AddressCard(OrderDetails order, Formats formats, boolean mayEdit, AddressDialog.Correction correction) {
        this.order = order;
        this.formats = formats;
        this.mayEdit = mayEdit;
        this.correction = correction;
    }

    @Override
    protected Section initContent() {
        int findings = order.addressFindings().size();
        var card = Parts.card(getTranslation("address.title"));
        if (findings > 0) {
            boolean blocking = order.addressFindings().stream().anyMatch(AddressFinding::blocking);
            header(
                    card,
                    new Badge(
                            blocking ? Badge.Tone.LATE : Badge.Tone.WARN,
                            null,
                            getTranslation("address.findings", findings)));
        }
        var address = order.deliverTo();
        if (address == null) {
            card.add(Parts.div("in two", new Text(getTranslation("orders.no-address"))));
            return card;
        }
        if (mayEdit && order.row().stage().isOpen()) {
            header(
                    card,
                    new ActionButton(
                                    null,
                                    getTranslation("address.edit"),
                                    click -> new AddressDialog(address, correction).open())
                            .bare()
                            .small());
        }
        var body = Parts.div("in");
        body.getElement().appendChild(lines(address));
        // One click mends all that can be mended, so the proposal stands once, below the last of them.
        var mended = order.addressFindings().stream()
                .filter(finding -> finding.proposal() != null)
                .toList();
        order.addressFindings()
                .forEach(finding -> body.add(
                        finding(finding, !mended.isEmpty() && finding == mended.getLast(), mended.size() == 1)));
        if (findings == 0) {
            var fine = new Div(Icon.TICK.tiny(), new Span(" " + getTranslation("address.fine")));
            fine.addClassName("help");
            body.add(fine);
        }
        if (order.deliverToHistory().size() > 1) {
            var first = order.deliverToHistory().getFirst().address();
            var before = new Div(getTranslation(
                    "address.before", String.join(", ", first.lines().toList())));
            before.addClassName("help");
            body.add(before);
        }
        card.add(body);
        return card;
    }

    private static void header(Section card, Component part) {
        card.getElement().getChild(0).appendChild(part.getElement());
    }

    private Element lines(Address address) {
        var element = new Element("address");
        element.setAttribute("class", "m");
        element.setAttribute("lang", "de");
        boolean first = true;
        for (var line : address.lines().toList()) {
            var shown = new Element("div");
            if (first) {
                shown.appendChild(Parts.strong(line));
            } else {
                shown.setText(line);
            }
            element.appendChild(shown);
            first = false;
        }
        var country = formats.country(address.country().code());
        if (!country.isEmpty()) {
            var shown = new Element("div");
            shown.setText(country);
            element.appendChild(shown);
        }
        return element;
    }

    private Div finding(AddressFinding finding, boolean proposes, boolean alone) {
        var says = new Div();
        says.addClassName("grow");
        var spoken = new BatchWords(formats);
        says.getElement().appendChild(Parts.strong(spoken.problem(finding.code())));
        says.add(new Div(spoken.said(finding.code(), finding.text())));
        var proposal = finding.proposal();
        var seen = order.deliverTo();
        if (proposes && proposal != null && seen != null) {
            var line = new Element("p");
            line.setAttribute("class", "m sugg");
            line.setAttribute("lang", "de");
            proposal.lines().forEach(proposed -> line.appendChild(difference(proposed)));
            beside(seen, proposal).forEach(proposed -> line.appendChild(difference(proposed)));
            says.getElement().appendChild(line);
            if (mayEdit) {
                says.add(Parts.div(
                        "row",
                        new ActionButton(
                                        null,
                                        !alone || finding.hint() == null
                                                ? getTranslation("address.use")
                                                : getTranslation("address.use.value", finding.hint()),
                                        click -> take(seen, proposal))
                                .small()));
            }
        }
        var note = Parts.div(finding.blocking() ? "note late" : "note warn", Icon.ALERT.create(), says);
        return note;
    }

    /** What was proposed for another address than counts by now is not taken; the page shows that one then. */
    private void take(Address seen, Address proposal) {
        switch (correction.save(seen, proposal)) {
            case AddressDialog.Outcome.Saved() -> {
                // The page says so.
            }
            case AddressDialog.Outcome.Moved(Address now) ->
                Toast.failure(getTranslation(
                        "address.moved", String.join(", ", now.lines().toList())));
            case AddressDialog.Outcome.Refused(String text) -> Toast.failure(text);
        }
    }

    /** What the proposal changes and no line of the label says. */
    private List<String> beside(Address now, Address proposal) {
        return Stream.of(
                        now.country().equals(proposal.country())
                                ? ""
                                : formats.country(proposal.country().code()),
                        now.phone().equals(proposal.phone()) ? "" : proposal.phone(),
                        now.email().equals(proposal.email()) ? "" : proposal.email())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A line that is new stands out. */
    private Element difference(String proposed) {
        var known = order.deliverTo() != null && order.deliverTo().lines().anyMatch(proposed::equals);
        var line = new Element("div");
        if (known) {
            line.setText(proposed);
        } else {
            var marked = new Element("ins");
            marked.setText(proposed);
            line.appendChild(marked);
        }
        return line;
    }
}
