package org.packhaus.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.shell.Icon;

/** The slip as the settings beside it would print it, with a real order or one that is made up. */
class PreviewCard extends Composite<Section> {
    private final Runnable chosen;
    private final Select<Example> example = new Select<>();
    private final Image page = new Image();
    private final Div fault = new Div();
    private volatile byte[] pdf = {};

    /** An order to look at; without one it is made up. */
    private record Example(@Nullable OrderRow order) {}

    PreviewCard(Runnable chosen) {
        this.chosen = chosen;
    }

    @Override
    protected Section initContent() {
        example.setAriaLabel(getTranslation("papers.preview.order"));
        example.setItemLabelGenerator(one -> one.order() == null
                ? getTranslation("papers.preview.made-up")
                : one.order().orderNumber() + " · " + one.order().buyerName());
        example.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.run();
            }
        });
        page.addClassName("page");
        fault.addClassNames("note", "warn");
        fault.setVisible(false);
        var open = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(pdf), "packing-slip.pdf", "application/pdf", pdf.length)),
                AttachmentType.INLINE,
                "");
        open.add(Icon.EYE.create(), new Span(getTranslation("papers.preview.open")));
        open.setTarget("_blank");
        open.addClassNames("btn", "quiet");
        var title = new H2(getTranslation("papers.preview"));
        title.addClassName("grow");
        var head = new Header(title, open);
        var in = new Div(example, fault, page);
        in.addClassNames("in", "rows");
        var card = new Section(head, in);
        card.addClassNames("card", "preview");
        return card;
    }

    void offer(List<OrderRow> orders) {
        getContent();
        List<Example> examples = new ArrayList<>();
        examples.add(new Example(null));
        orders.forEach(order -> examples.add(new Example(order)));
        example.setItems(examples);
        example.setValue(examples.getFirst());
    }

    Optional<OrderId> order() {
        return Optional.ofNullable(example.getValue()).map(Example::order).map(OrderRow::id);
    }

    void show(byte[] slip, byte[] picture) {
        pdf = slip;
        fault.setVisible(false);
        page.setVisible(true);
        page.setSrc("data:image/png;base64," + Base64.getEncoder().encodeToString(picture));
        page.setAlt(getTranslation("papers.preview.alt"));
    }

    void say(String words) {
        page.setVisible(false);
        fault.removeAll();
        fault.add(Icon.INFO.create(), new Span(words));
        fault.setVisible(true);
    }
}
