package org.packhaus.desk.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.order.OrderDetails;
import org.packhaus.sdk.Weight;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Clipboard;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;
import org.packhaus.shipment.CarrierReason;
import org.packhaus.shipment.ConfirmationRow;
import org.packhaus.shipment.CorrectionRow;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.LabelState;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.ShipmentRow;

/** The parcels: what lies in each, who brings it, under which numbers, what the channel knows of it. */
class ShipmentsCard extends Composite<Section> {

    private final OrderDetails order;
    private final List<ShipmentRow> shipments;
    private final Formats formats;
    private final BatchWords words;
    private final CarrierWords carriers;
    private final Map<ParcelId, ParcelTrack> tracks;
    private final Optional<LabelDeeds> deeds;

    ShipmentsCard(
            OrderDetails order,
            List<ShipmentRow> shipments,
            Formats formats,
            CarrierWords carriers,
            Map<ParcelId, ParcelTrack> tracks,
            Optional<LabelDeeds> deeds) {
        this.tracks = tracks;
        this.deeds = deeds;
        this.order = order;
        this.shipments = shipments;
        this.formats = formats;
        this.words = new BatchWords(formats);
        this.carriers = carriers;
    }

    @Override
    protected Section initContent() {
        var parcels = shipments.stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .toList();
        var card = Parts.card(getTranslation("order.shipment"));
        if (parcels.isEmpty()) {
            card.add(Parts.div(
                    "in two",
                    new Span(
                            getTranslation(order.row().freight() ? "order.shipment.freight" : "order.shipment.none"))));
            return card;
        }
        card.getElement()
                .getChild(0)
                .appendChild(new Badge(Badge.Tone.IDLE, null, getTranslation("orders.parcels", parcels.size()))
                        .getElement());
        var list = Parts.div("parcels");
        int number = 0;
        for (var parcel : parcels) {
            list.add(parcel(parcel, ++number));
        }
        card.add(list);
        return card;
    }

    private Div parcel(ParcelRow parcel, int number) {
        var name = new Span();
        name.setClassName("m");
        name.getElement().appendChild(Parts.strong(getTranslation("order.parcel", number)));
        var head = Parts.div("row", name, state(parcel));
        var facts = Parts.pairs();
        Parts.pair(facts, getTranslation("parcel.items"), new Span(items(parcel)));
        parcel.labels().stream().limit(1).forEach(label -> label(facts, label));
        shipments.stream()
                .filter(shipment -> shipment.id().equals(parcel.shipment()))
                .map(ShipmentRow::pick)
                .filter(Objects::nonNull)
                .forEach(pick -> Parts.pair(facts, getTranslation("parcel.why"), why(pick.reason())));
        var weight = parcel.weight();
        if (weight != null) {
            Parts.pair(facts, getTranslation("parcel.weight"), new Span(weight(parcel, weight)));
        }
        parcel.corrections().forEach(one -> Parts.pair(facts, getTranslation("number.corrected"), correction(one)));
        var confirmation = parcel.confirmation();
        Parts.pair(
                facts,
                getTranslation("parcel.channel"),
                confirmation == null
                        ? Parts.span("two", getTranslation("confirmation.none"))
                        : confirmation(confirmation));
        var box = Parts.div(parcel.live() ? "parcel" : "parcel gone", head);
        box.getElement().appendChild(facts);
        parcel.labels().stream()
                .limit(1)
                .filter(label -> !label.problemCode().isBlank())
                .forEach(label -> box.add(
                        label.state() == LabelState.VOIDED
                                ? note("note idle", Icon.INFO, label.problemCode(), label.problemText())
                                : problem(label.problemCode(), label.problemText())));
        if (confirmation != null && !confirmation.problemCode().isBlank()) {
            box.add(problem(confirmation.problemCode(), confirmation.problemText()));
        }
        var track = tracks.get(parcel.id());
        if (track != null) {
            box.add(track.show());
        }
        if (parcel.live()) {
            deeds.ifPresent(may -> actions(box, parcel, may));
        }
        return box;
    }

    private void actions(Div box, ParcelRow parcel, LabelDeeds may) {
        Stream.concat(
                        parcel.labels().stream().limit(1),
                        parcel.returnLabels().stream().limit(1))
                .filter(label -> label.state() == LabelState.NEEDS_PERSON)
                .forEach(label -> box.add(Parts.div(
                        "row acts",
                        new ActionButton(
                                        Icon.EYE,
                                        getTranslation("settle"),
                                        click -> may.settle().accept(label))
                                .small())));
        var confirmation = parcel.confirmation();
        boolean known = confirmation != null && confirmation.state().mayBeKnown();
        parcel.labels().stream().limit(1).forEach(label -> {
            var acts = Parts.div("row acts");
            if (label.state() == LabelState.CONFIRMED) {
                if (!known) {
                    acts.add(new ActionButton(
                                    Icon.RETURN, getTranslation("label.give-back"), click -> askBack(label, may))
                            .quiet()
                            .small());
                }
                acts.add(new ActionButton(
                                Icon.EDIT,
                                getTranslation("number.correct"),
                                click -> may.correct().accept(parcel.id()))
                        .quiet()
                        .small());
            } else if (label.state() == LabelState.VOIDED) {
                acts.add(new ActionButton(
                                Icon.LABEL,
                                getTranslation("label.renew"),
                                click -> may.renew().accept(parcel.id()))
                        .quiet()
                        .small());
            }
            if (acts.getComponentCount() > 0) {
                box.add(acts);
            }
        });
    }

    private void askBack(LabelRow label, LabelDeeds may) {
        var asks = new Dialog();
        asks.setHeaderTitle(getTranslation("label.give-back.title", label.trackingNumber()));
        asks.setWidth("460px");
        asks.add(new Paragraph(getTranslation("label.give-back.text")));
        asks.getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> asks.close()).quiet(),
                        new ActionButton(Icon.RETURN, getTranslation("label.give-back"), click -> {
                                    asks.close();
                                    may.giveBack().accept(label);
                                })
                                .fill());
        asks.open();
    }

    private Div correction(CorrectionRow one) {
        return new Div(
                copyable(one.after()),
                Parts.div(
                        "xs two",
                        new Span(formats.text(
                                "number.corrected.how", one.before(), one.by(), formats.when(one.at()), one.why()))));
    }

    private Badge state(ParcelRow parcel) {
        if (!parcel.live()) {
            return new Badge(Badge.Tone.LINE, null, getTranslation("parcel.gone"));
        }
        if (parcel.labels().isEmpty()) {
            return new Badge(Badge.Tone.IDLE, null, getTranslation("label.none"));
        }
        var state = parcel.labels().getFirst().state();
        return new Badge(
                tone(state),
                state == LabelState.CONFIRMED ? Icon.LABEL : null,
                getTranslation("label." + OrderState.word(state)));
    }

    private static Badge.Tone tone(LabelState state) {
        return switch (state) {
            case CONFIRMED -> Badge.Tone.OK;
            case REJECTED, NEEDS_PERSON -> Badge.Tone.LATE;
            case UNCLEAR, VOIDING -> Badge.Tone.WARN;
            case SENDING -> Badge.Tone.INFO;
            case PLANNED -> Badge.Tone.IDLE;
            case VOIDED -> Badge.Tone.LINE;
        };
    }

    private String items(ParcelRow parcel) {
        String own = order.items().stream()
                .filter(item -> parcel.items().contains(item.id()))
                .collect(Collectors.groupingBy(item -> item.title(), LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(line -> line.getValue() > 1 ? line.getValue() + " × " + line.getKey() : line.getKey())
                .collect(Collectors.joining(", "));
        long others = parcel.items().size()
                - order.items().stream()
                        .filter(item -> parcel.items().contains(item.id()))
                        .count();
        return Stream.of(own, others == 0 ? "" : getTranslation("parcel.items.others", (int) others))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private void label(Element facts, LabelRow label) {
        var price = label.price();
        Parts.pair(
                facts,
                getTranslation("parcel.carrier"),
                new Span(
                        price == null
                                ? label.carrierCode()
                                : label.carrierCode() + " · "
                                        + formats.money(
                                                price.amount(), price.currency().getCurrencyCode())));
        if (label.trackingNumber() != null) {
            Parts.pair(facts, getTranslation("parcel.tracking"), copyable(label.trackingNumber()));
        }
        if (label.returnNumber() != null) {
            Parts.pair(
                    facts,
                    getTranslation("parcel.return"),
                    copyable(label.returnNumber().number()));
        }
    }

    private Div why(CarrierReason reason) {
        var why = new Div(new Span(carriers.why(reason)));
        reason.considered().forEach(one -> why.add(Parts.div("considered xs", new Span(carriers.considered(one)))));
        return why;
    }

    private Span copyable(String number) {
        var shown = Parts.span("mono xs", number);
        var copy = ActionButton.icon(Icon.COPY, getTranslation("copy", number), click -> {
                    Clipboard.copy(click.getSource(), number);
                    Toast.done(getTranslation("copied", number));
                })
                .bare()
                .small();
        var both = new Span(shown, copy);
        both.addClassName("copyable");
        return both;
    }

    private String weight(ParcelRow parcel, Weight known) {
        var kilos = NumberFormat.getNumberInstance(formats.locale());
        kilos.setMaximumFractionDigits(2);
        var weight = kilos.format(known.grams() / 1000.0) + " kg";
        var size = parcel.dimensions();
        return size == null
                ? weight
                : weight + " · " + size.length() / 10 + " × " + size.width() / 10 + " × " + size.height() / 10 + " cm";
    }

    private Span confirmation(ConfirmationRow confirmation) {
        var tone = switch (confirmation.state()) {
            case CONFIRMED -> "ok";
            case REFUSED, MISMATCH -> "late";
            case UNCLEAR, STOPPED -> "warn";
            default -> "two";
        };
        return Parts.span(
                tone,
                getTranslation(
                        "confirmation." + OrderState.word(confirmation.state()), formats.when(confirmation.since())));
    }

    private Div problem(String code, String text) {
        return note("note late", Icon.ALERT, code, text);
    }

    private Div note(String classes, Icon icon, String code, String text) {
        var note = Parts.div(classes, icon.create());
        var says = new Div();
        says.addClassName("grow");
        says.getElement().appendChild(Parts.strong(words.problem(code)));
        says.add(new Div(Problems.said(getLocale(), code, text)));
        note.add(says);
        return note;
    }
}
