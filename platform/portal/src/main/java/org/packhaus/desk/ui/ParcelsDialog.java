package org.packhaus.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.text.NumberFormat;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.order.ItemId;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.ParcelDraft;
import org.packhaus.shipment.ParcelPlan;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.ShipmentException;

/**
 * Deals an order's pieces over parcels: drag a piece, press the number of a parcel while it has the focus (0 keeps it here, N makes a new
 * parcel), or use its arrows.
 */
class ParcelsDialog extends Dialog {
    private static final Pattern SIZE =
            Pattern.compile("\\s*(\\d{1,3})\\s*[x×*]\\s*(\\d{1,3})\\s*[x×*]\\s*(\\d{1,3})\\s*(?:cm)?\\s*");
    private static final int HEAVIEST_KILOS = 1_000;
    private static final int MOST_BOXES = 9;

    /** Says where a piece was dropped or which key was pressed on it; what comes of that is decided here, not there. */
    private static final String LISTEN = """
            const table = this;
            const tell = (piece, to) => table.dispatchEvent(new CustomEvent('deal', {detail: {piece, to}}));
            let held = null;
            table.addEventListener('dragstart', e => {
              const piece = e.target.closest && e.target.closest('.piece');
              if (piece) { held = piece.dataset.piece; e.dataTransfer.effectAllowed = 'move'; e.dataTransfer.setData('text/plain', ''); }
            });
            table.addEventListener('dragover', e => {
              const place = e.target.closest('.box');
              if (held && place) { e.preventDefault(); place.classList.add('over'); }
            });
            table.addEventListener('dragleave', e => { const place = e.target.closest('.box'); if (place) place.classList.remove('over'); });
            table.addEventListener('dragend', () => { held = null; });
            table.addEventListener('drop', e => {
              const place = e.target.closest('.box');
              if (held && place) { e.preventDefault(); place.classList.remove('over'); tell(held, place.dataset.place); held = null; }
            });
            table.addEventListener('keydown', e => {
              if (e.target.classList.contains('piece') && !e.ctrlKey && !e.metaKey && !e.altKey && /^([0-9nN]|ArrowLeft|ArrowRight)$/.test(e.key)) {
                e.preventDefault(); tell(e.target.dataset.piece, 'key ' + e.key);
              }
            });
            """;

    private static final String FOCUS =
            "setTimeout(() => { const p = this.querySelector('[data-piece=\"' + $0 + '\"]'); if (p) p.focus(); })";

    private final ParcelDraft draft;
    private final ParcelDeck deck;
    private final Formats formats;
    private final Div table = new Div();
    private final Span total = new Span();
    private final Paragraph failure = new Paragraph();

    /** What a person may do with the table; each returns after it was done or throws why it cannot be. */
    record Deeds(Consumer<ParcelPlan> save, Runnable byItself) {}

    ParcelsDialog(ParcelDraft draft, Formats formats, Deeds deeds) {
        this.draft = draft;
        this.deck = new ParcelDeck(draft);
        this.formats = formats;
        setHeaderTitle(getTranslation("deal.title", draft.orderNumber()));
        setWidth("min(1080px, 96vw)");
        table.addClassName("deal");
        table.getElement().executeJs(LISTEN);
        table.getElement()
                .addEventListener(
                        "deal",
                        event -> dealt(
                                event.getEventData().get("event.detail.piece").asString(),
                                event.getEventData().get("event.detail.to").asString()))
                .addEventData("event.detail.piece")
                .addEventData("event.detail.to");
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        total.addClassName("m");
        total.getElement().setAttribute("aria-live", "polite");
        var help = new Paragraph(getTranslation("deal.help"));
        help.addClassNames("xs", "two");
        var rows = new Div(help, table, total, failure);
        rows.addClassName("rows");
        add(rows);
        if (draft.byPerson()) {
            getFooter()
                    .add(new ActionButton(null, getTranslation("deal.by-itself"), click -> done(deeds.byItself()))
                            .quiet());
        }
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(
                                        null,
                                        getTranslation("deal.save"),
                                        click -> done(() -> deeds.save().accept(deck.plan())))
                                .fill());
        lay();
    }

    private void done(Runnable deed) {
        try {
            deed.run();
            close();
        } catch (ShipmentException refused) {
            failure.setText(Problems.text(refused));
        }
    }

    private void dealt(String piece, String to) {
        try {
            var id = new ItemId(Long.parseLong(piece));
            move(
                    id,
                    switch (to) {
                        case "key n", "key N" -> deck.places().size();
                        case "key ArrowLeft" -> Math.max(0, placeOf(id) - 1);
                        case "key ArrowRight" -> placeOf(id) + 1;
                        default ->
                            to.startsWith("key ")
                                    ? placeNumbered(Integer.parseInt(to.substring(4)))
                                    : Integer.parseInt(to);
                    });
        } catch (IllegalArgumentException nonsense) {
            lay();
        }
    }

    /** Labelled parcels are counted before those that are dealt, and nothing is put into them. */
    private int placeNumbered(int number) {
        if (number == ParcelDeck.LATER) {
            return ParcelDeck.LATER;
        }
        int place = number - draft.labelled().size();
        return place > ParcelDeck.LATER ? place : -1;
    }

    private int placeOf(ItemId piece) {
        var places = deck.places();
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).pieces().contains(piece)) {
                return i;
            }
        }
        return ParcelDeck.LATER;
    }

    private void move(ItemId piece, int to) {
        deck.move(piece, to);
        lay();
        table.getElement().executeJs(FOCUS, piece.toString());
    }

    private void lay() {
        table.removeAll();
        failure.setText("");
        int number = 0;
        for (var parcel : draft.labelled()) {
            table.add(labelled(parcel, ++number));
        }
        var places = deck.places();
        for (int i = 1; i < places.size(); i++) {
            table.add(parcel(places.get(i), i, number + i));
        }
        var more = new ActionButton(Icon.PLUS, getTranslation("deal.add"), click -> {
            deck.add();
            lay();
        });
        more.addClassName("more");
        var fresh = new Section(more);
        fresh.addClassNames("box", "fresh");
        fresh.getElement().setAttribute("data-place", String.valueOf(places.size()));
        fresh.getElement().setAttribute("aria-label", getTranslation("deal.add"));
        table.add(fresh, later(places.getFirst()));
        total.setText(getTranslation("deal.total", deck.parcels(), kilos(deck.totalGrams())));
    }

    private Section box(String name, String place, Component... right) {
        var box = Parts.card(name, right);
        box.addClassName("box");
        box.getElement().setAttribute("data-place", place);
        return box;
    }

    private Section labelled(ParcelRow parcel, int number) {
        var tracking = parcel.label().map(LabelRow::trackingNumber);
        var name = getTranslation("order.parcel", number);
        var box = tracking.isPresent()
                ? Parts.card(name, new Badge(Badge.Tone.OK, Icon.LABEL, getTranslation("deal.labelled")))
                : Parts.card(name, state(parcel));
        box.addClassName("locked");
        var pieces = parcel.items().size();
        box.add(Parts.div(
                "xs two in",
                new Span(tracking.map(known -> getTranslation("deal.locked", pieces, known))
                        .orElseGet(() -> getTranslation("deal.locked.pending", pieces)))));
        return box;
    }

    /** Under way, unclear, or given back and waiting for another one. */
    private Badge state(ParcelRow parcel) {
        return new Badge(
                Badge.Tone.LINE,
                null,
                getTranslation(
                        "label." + OrderState.word(parcel.labels().getFirst().state())));
    }

    private Section parcel(ParcelDeck.Place place, int index, int number) {
        var name = getTranslation("order.parcel", number);
        var remove = ActionButton.icon(Icon.X, getTranslation("deal.remove", name), click -> {
                    deck.remove(place);
                    lay();
                })
                .bare()
                .small();
        var box = box(name, String.valueOf(index), weight(place), remove);
        box.add(pieces(place, index), measures(place));
        return box;
    }

    private Span weight(ParcelDeck.Place place) {
        return Parts.span(
                "num xs two",
                deck.weight(place)
                        .map(weight -> kilos(weight.grams()))
                        .orElseGet(() -> getTranslation("deal.weight.unknown")));
    }

    private Section later(ParcelDeck.Place kept) {
        var box = box(getTranslation("deal.later"), String.valueOf(ParcelDeck.LATER));
        box.addClassName("later");
        box.add(pieces(kept, ParcelDeck.LATER));
        return box;
    }

    private Component pieces(ParcelDeck.Place place, int index) {
        if (place.pieces().isEmpty()) {
            return Parts.div("xs two in", new Span(getTranslation("deal.empty")));
        }
        var list = new UnorderedList();
        place.pieces().forEach(piece -> list.add(piece(piece, place, index)));
        return list;
    }

    private ListItem piece(ItemId id, ParcelDeck.Place place, int index) {
        var item = deck.piece(id);
        int boxes = deck.boxes(id);
        var title = new Div();
        title.addClassName("m");
        title.setText(item.title());
        var below = Parts.div("xs two", new Span(item.sku()));
        if (boxes > 1) {
            below.add(new Span(" · " + getTranslation("deal.box", deck.box(id, place), boxes)));
        }
        var line = new ListItem(Parts.div("grow", title, below));
        if (index > 0 && boxes == 1) {
            line.add(ActionButton.icon(Icon.LEFT, moves(item.title(), index - 1), click -> move(id, index - 1))
                    .bare()
                    .small());
        }
        if (boxes == 1) {
            line.add(ActionButton.icon(Icon.RIGHT, moves(item.title(), index + 1), click -> move(id, index + 1))
                    .bare()
                    .small());
        }
        line.add(ActionButton.icon(Icon.BOX, getTranslation("deal.boxes", item.title()), click -> askBoxes(id))
                .bare()
                .small());
        line.addClassName("piece");
        line.getElement().setAttribute("draggable", "true");
        line.getElement().setAttribute("tabindex", "0");
        line.getElement().setAttribute("data-piece", id.toString());
        return line;
    }

    private String moves(String title, int to) {
        return to == ParcelDeck.LATER
                ? getTranslation("deal.move.later", title)
                : getTranslation(
                        "deal.move",
                        title,
                        getTranslation("order.parcel", draft.labelled().size() + to));
    }

    private void askBoxes(ItemId id) {
        int boxes = deck.boxes(id);
        deck.inBoxes(
                id,
                boxes > 1 ? boxes % MOST_BOXES + 1 : Math.max(2, deck.piece(id).packages()));
        lay();
        table.getElement().executeJs(FOCUS, id.toString());
    }

    private Div measures(ParcelDeck.Place place) {
        var kilos = new NumberField(getTranslation("deal.weight"));
        kilos.setSuffixComponent(new Span("kg"));
        kilos.setMin(0);
        kilos.setMax(HEAVIEST_KILOS);
        var given = place.weight();
        kilos.setValue(given == null ? null : given.grams() / 1000.0);
        deck.weight(place).ifPresent(weight -> kilos.setPlaceholder(number(weight.grams())));
        kilos.addValueChangeListener(change -> {
            var value = change.getValue();
            place.weight(
                    value == null || value <= 0 || value > HEAVIEST_KILOS
                            ? null
                            : Weight.grams(Math.max(1, (int) Math.round(value * 1000))));
            lay();
        });
        var size = new TextField(getTranslation("deal.size"));
        size.setPlaceholder(getTranslation("deal.size.form"));
        var known = place.size();
        size.setValue(
                known == null ? "" : known.length() / 10 + " × " + known.width() / 10 + " × " + known.height() / 10);
        size.setPattern("|" + SIZE.pattern());
        size.addValueChangeListener(change -> {
            Matcher sides = SIZE.matcher(change.getValue());
            boolean told = sides.matches() && side(sides, 1) > 0 && side(sides, 2) > 0 && side(sides, 3) > 0;
            place.size(told ? Dimensions.ofSides(side(sides, 1), side(sides, 2), side(sides, 3)) : null);
        });
        return Parts.div("in measures", kilos, size);
    }

    /** Millimetres. */
    private static int side(Matcher sides, int group) {
        return Integer.parseInt(sides.group(group)) * 10;
    }

    private String kilos(int grams) {
        return number(grams) + " kg";
    }

    private String number(int grams) {
        var kilos = NumberFormat.getNumberInstance(formats.locale());
        kilos.setMaximumFractionDigits(2);
        return kilos.format(grams / 1000.0);
    }
}
