package org.packhaus.desk.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shipment.CancellationRow;
import org.packhaus.shipment.CancellationState;
import org.packhaus.shipment.ShipmentRow;

/** What was ordered. Equal pieces in one parcel stand in one line with their count. */
class ItemsCard extends Composite<Section> {

    private final OrderDetails order;
    private final List<ShipmentRow> shipments;
    private final Formats formats;
    private final Cancelling cancelling;

    /**
     * What is being cancelled of the order, and what may be.
     *
     * @param possible empty for somebody who may not
     */
    record Cancelling(Map<ItemId, CancellationRow> known, Set<ItemId> possible, Consumer<List<OrderItem>> cancel) {

        /** How far it is with that piece; null if nobody wanted it. */
        @Nullable
        CancellationState of(OrderItem item) {
            var row = known.get(item.id());
            return row == null || item.state() == ChannelItem.State.CANCELLED ? null : row.state();
        }
    }

    /** Pieces that a person would not tell apart. */
    private record Alike(
            String sku,
            ChannelItem.State state,
            long parcel,
            @Nullable CancellationState cancelling) {}

    ItemsCard(OrderDetails order, List<ShipmentRow> shipments, Formats formats, Cancelling cancelling) {
        this.order = order;
        this.shipments = shipments;
        this.formats = formats;
        this.cancelling = cancelling;
    }

    @Override
    protected Section initContent() {
        var card = Parts.card(
                getTranslation("orders.items"),
                Parts.span("two", getTranslation("orders.pieces", order.items().size())));
        var list = new UnorderedList();
        list.addClassName("items");
        Map<Long, Integer> numbers = parcelNumbers();
        Map<Alike, List<OrderItem>> lines = new LinkedHashMap<>();
        order.items()
                .forEach(item -> lines.computeIfAbsent(
                                new Alike(
                                        item.sku(),
                                        item.state(),
                                        item.parcel() == null ? 0 : item.parcel(),
                                        cancelling.of(item)),
                                alike -> new ArrayList<>())
                        .add(item));
        lines.forEach((alike, items) -> list.add(line(items, numbers.getOrDefault(alike.parcel(), 0))));
        card.add(list);
        var possible = order.items().stream()
                .filter(item -> cancelling.possible().contains(item.id()))
                .toList();
        if (!possible.isEmpty()) {
            card.add(Parts.div(
                    "in row wrap",
                    new ActionButton(
                                    Icon.X,
                                    getTranslation("cancel-pieces"),
                                    click -> new CancelPiecesDialog(order, possible, formats, cancelling.cancel())
                                            .open())
                            .small()
                            .quiet()));
        }
        return card;
    }

    private Optional<Badge> cancelled(OrderItem item) {
        var state = cancelling.of(item);
        if (state == null) {
            return Optional.empty();
        }
        return switch (state) {
            case WANTED, ASKED ->
                Optional.of(new Badge(
                        Badge.Tone.WARN, Icon.CLOCK, getTranslation("cancel-pieces.state." + OrderState.word(state))));
            case REFUSED ->
                Optional.of(new Badge(Badge.Tone.LATE, Icon.X, getTranslation("cancel-pieces.state.refused")));
            case DONE -> Optional.empty();
        };
    }

    private Map<Long, Integer> parcelNumbers() {
        Map<Long, Integer> numbers = new HashMap<>();
        shipments.stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .filter(parcel -> parcel.live())
                .forEach(parcel -> numbers.put(parcel.id().value(), numbers.size() + 1));
        return numbers;
    }

    private ListItem line(List<OrderItem> items, int parcel) {
        var item = items.getFirst();
        var picture = new Div();
        picture.setClassName("pic l");
        if (item.pictureUrl() == null) {
            picture.add(Icon.BOX.create());
        } else {
            var image = new Image(item.pictureUrl(), "");
            image.getElement().setAttribute("referrerpolicy", "no-referrer");
            picture.add(image);
        }
        if (items.size() > 1) {
            var count = Parts.span("q", String.valueOf(items.size()));
            picture.add(count);
        }
        var title = new Div();
        title.setClassName("m");
        title.getElement().appendChild(Parts.strong(item.title()));
        var below = new Div(Stream.concat(
                        Stream.of(
                                item.sku(),
                                item.ean().isEmpty() ? "" : "EAN " + item.ean(),
                                items.size() > 1 ? getTranslation("orders.pieces", items.size()) : ""),
                        item.attributes().entrySet().stream().map(said -> said.getKey() + ": " + said.getValue()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
        below.setClassName("xs two");
        var line = new ListItem(picture, Parts.div("grow", title, below));
        if (item.state() != ChannelItem.State.PROCESSABLE) {
            line.add(new Badge(
                    item.state() == ChannelItem.State.SENT ? Badge.Tone.OK : Badge.Tone.IDLE,
                    null,
                    getTranslation("item." + OrderState.word(item.state()))));
        }
        cancelled(item).ifPresent(line::add);
        if (parcel > 0) {
            line.add(new Badge(Badge.Tone.LINE, Icon.BOX, getTranslation("order.parcel", parcel)));
        }
        var price = new Span(formats.money(
                item.price().amount().multiply(BigDecimal.valueOf(items.size())),
                item.price().currency().getCurrencyCode()));
        price.setClassName("num m price");
        line.add(price);
        line.addClassName("item");
        return line;
    }
}
