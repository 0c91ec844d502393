package org.packhaus.desk.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shipment.ShipmentException;

/** Which pieces cannot be shipped, and what comes of it, before it is final. */
final class CancelPiecesDialog extends Dialog {

    private final OrderDetails order;
    private final Formats formats;
    private final CheckboxGroup<OrderItem> pieces = new CheckboxGroup<>();
    private final UnorderedList consequences = new UnorderedList();
    private final Paragraph failure = new Paragraph();
    private final ActionButton act;

    /** @param possible of the order's pieces @param cancel may refuse with a {@link ShipmentException} */
    CancelPiecesDialog(
            OrderDetails order, List<OrderItem> possible, Formats formats, Consumer<List<OrderItem>> cancel) {
        this.order = order;
        this.formats = formats;
        setHeaderTitle(getTranslation("cancel-pieces.title", order.row().orderNumber()));
        setWidth("520px");
        pieces.setLabel(getTranslation("cancel-pieces.which"));
        pieces.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        pieces.setItems(possible);
        pieces.setItemLabelGenerator(item -> item.title() + " · " + item.sku() + " · "
                + money(item.price().amount(), item.price().currency().getCurrencyCode()));
        pieces.setWidthFull();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        consequences.addClassName("consequences");
        consequences.getElement().setAttribute("aria-live", "polite");
        var warning = Parts.div("note warn", Icon.ALERT.create(), consequences);
        add(Parts.div("rows", pieces, warning, failure));
        act = new ActionButton(null, getTranslation("cancel-pieces.do", 0), click -> {
            try {
                cancel.accept(List.copyOf(pieces.getValue()));
                close();
            } catch (ShipmentException refused) {
                failure.setText(Problems.text(refused));
            }
        });
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel-pieces.keep"), click -> close()).quiet(),
                        act.fill());
        pieces.addValueChangeListener(change -> tell(change.getValue()));
        pieces.setValue(possible.size() == 1 ? Set.copyOf(possible) : new LinkedHashSet<>());
        tell(pieces.getValue());
    }

    private void tell(Set<OrderItem> chosen) {
        failure.setText("");
        act.setEnabled(!chosen.isEmpty());
        act.setText(getTranslation("cancel-pieces.do", chosen.size()));
        consequences.removeAll();
        say(getTranslation("cancel-pieces.final"));
        say(getTranslation("cancel-pieces.rate"));
        if (chosen.isEmpty()) {
            return;
        }
        BigDecimal lost = chosen.stream().map(item -> item.price().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        say(getTranslation(
                "cancel-pieces.money",
                money(lost, chosen.iterator().next().price().currency().getCurrencyCode())));
        long left = order.items().stream()
                .filter(item -> item.state() == ChannelItem.State.PROCESSABLE && !chosen.contains(item))
                .count();
        boolean something = order.items().stream()
                .anyMatch(item -> item.state() != ChannelItem.State.CANCELLED && !chosen.contains(item));
        say(getTranslation(something ? "cancel-pieces.rest" : "cancel-pieces.nothing-left", left));
        say(getTranslation("cancel-pieces.stock", chosen.size()));
    }

    private void say(String consequence) {
        consequences.add(new ListItem(consequence));
    }

    private String money(BigDecimal amount, String currency) {
        return formats.money(amount, currency);
    }
}
