package org.packhaus.aftersales.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.packhaus.aftersales.Fate;
import org.packhaus.aftersales.PhotoId;
import org.packhaus.aftersales.ReceivingBench;
import org.packhaus.aftersales.ReturnDetails;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Conversations.Conversation;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Leaving;
import org.packhaus.shell.Problems;

/** All about one piece that comes back. */
class ReturnDialog extends Dialog {
    private final Formats formats;
    private final ReturnWords words;
    private final Div facts = new Div();

    ReturnDialog(
            ReturnDetails details, ReceivingBench bench, List<Conversation> said, CurrentUser user, ReturnWords words) {
        this.words = words;
        this.formats = words.formats();
        ReturnRow row = details.row();
        Leaving.closes(this);
        setHeaderTitle(getTranslation("return.of", row.orderNumber().isEmpty() ? "?" : row.orderNumber()));
        setWidth("640px");
        facts.addClassName("return-facts");
        head(row);
        body(details);
        said(said);
        var all = new Div(facts);
        all.addClassName("rows");
        if (!details.photos().isEmpty()) {
            var photos = new Div();
            photos.addClassName("return-photos");
            details.photos().forEach(photo -> photos.add(picture(photo, bench, user)));
            all.add(photos);
        }
        if (!details.steps().isEmpty()) {
            var steps = new OrderedList();
            steps.addClassName("return-steps");
            details.steps()
                    .forEach(step -> steps.add(new ListItem(formats.when(step.at()) + " · "
                            + getTranslation("return.stage."
                                    + step.stage()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))
                            + (step.text().isEmpty() ? "" : " · " + step.text()))));
            all.add(steps);
        }
        add(all);
        if (row.order() != null && user.may(Permission.AFTER_SALES, row.seller())) {
            // Where the order's page keeps what is needed to write: the mailboxes and the buyer's address.
            var write =
                    new Anchor("orders/" + row.order() + "?about-return=" + row.id(), getTranslation("return.write"));
            write.addClassName("btn");
            getFooter().add(write);
        }
        if (row.order() != null) {
            var there = new Anchor("orders/" + row.order(), getTranslation("return.order"));
            there.addClassName("btn");
            getFooter().add(there);
        }
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()).fill());
    }

    private void head(ReturnRow row) {
        fact("return.piece", row.title().isEmpty() ? row.channelItemId() : row.title());
        fact("return.sku", row.sku());
        fact("return.price", words.price(row));
        var badge = new Div(words.badge(row));
        add("return.now", badge);
        if (!row.problemText().isEmpty()) {
            fact("return.problem", Problems.text(row.problemCode(), row.problemText()));
        }
    }

    private void body(ReturnDetails details) {
        ReturnRow row = details.row();
        fact(
                "return.numbers",
                details.numbers().stream()
                        .map(number -> number.carrierCode() + " " + number.number())
                        .collect(Collectors.joining(", ")));
        fact("return.misdirected", row.misdirectedTo());
        fact("return.clock", words.clock(row));
        fact("return.condition", row.condition() == null ? "" : words.condition(row.condition()));
        fact("return.reason", words.reason(row.reason()));
        fact("return.note", row.note());
        if (row.decidedAt() != null) {
            fact(
                    "return.decided",
                    formats.date(row.decidedAt()) + " · "
                            + (row.decidedBy().isEmpty() ? getTranslation("return.by-channel") : row.decidedBy()));
        }
        if (row.fate() != Fate.OPEN) {
            add("return.goods", new Div(new Badge(Badge.Tone.LINE, null, words.fate(row.fate()))));
        }
    }

    private void said(List<Conversation> said) {
        if (!said.isEmpty()) {
            var links = new Div();
            links.addClassName("row");
            said.forEach(one -> links.add(new Anchor(one.address(), one.name())));
            add("return.cases", links);
        }
    }

    private void fact(String key, String value) {
        if (!value.isEmpty()) {
            add(key, new Div(value));
        }
    }

    private void add(String key, Div value) {
        var term = new Span(getTranslation(key));
        term.addClassNames("two", "xs");
        var line = new Div(term, value);
        line.addClassName("fact");
        facts.add(line);
    }

    private Image picture(PhotoId photo, ReceivingBench bench, CurrentUser user) {
        byte[] jpeg = user.inScope(() -> bench.photo(photo)).orElse(new byte[0]);
        return new Image(
                DownloadHandler.fromInputStream(event ->
                        new DownloadResponse(new ByteArrayInputStream(jpeg), "photo.jpg", "image/jpeg", jpeg.length)),
                getTranslation("return.photo"));
    }
}
