package org.packhaus.desk.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.packhaus.plugin.ExchangeRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Clipboard;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Toast;

/** What was said with channel and carriers about an order, secrets blacked out; read when somebody wants to see it. */
class ExchangesCard extends Composite<Section> {

    /** An order that needs more has another trouble. */
    static final int SHOWN = 50;

    private static final int REFUSED = 400;

    private final Formats formats;
    private final Supplier<List<ExchangeRow>> log;
    private final Div content = Parts.div("in");

    ExchangesCard(Formats formats, Supplier<List<ExchangeRow>> log) {
        this.formats = formats;
        this.log = log;
    }

    @Override
    protected Section initContent() {
        var show = new ActionButton(Icon.EYE, getTranslation("exchanges.show"), click -> show()).small();
        content.add(Parts.div("row", Parts.span("two grow", getTranslation("exchanges.about")), show));
        var card = Parts.card(getTranslation("exchanges"));
        card.add(content);
        return card;
    }

    private void show() {
        var rows = log.get();
        content.removeAll();
        if (rows.isEmpty()) {
            content.add(Parts.span("two", getTranslation("exchanges.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("exchanges");
        rows.forEach(row -> list.add(new ListItem(line(row))));
        content.add(list);
    }

    private NativeDetails line(ExchangeRow row) {
        var status = row.status();
        var summary = Parts.div(
                "row",
                Parts.span("xs two t", formats.when(row.at())),
                Parts.span("mono xs", row.method()),
                Parts.span("mono xs cut grow", place(row.url())),
                new Badge(
                        status == null ? Badge.Tone.WARN : status >= REFUSED ? Badge.Tone.LATE : Badge.Tone.OK,
                        null,
                        status == null ? getTranslation("exchanges.no-answer") : status.toString()),
                Parts.span("xs two", getTranslation("exchanges.took", row.millis())));
        var curl = row.curl();
        var copy = new ActionButton(Icon.COPY, getTranslation("exchanges.curl"), click -> {
                    Clipboard.copy(click.getSource(), curl);
                    Toast.done(getTranslation("exchanges.copied"));
                })
                .small()
                .quiet();
        var inside = Parts.div("said", new Div(copy));
        part(inside, "exchanges.request", row.requestHeaders(), row.requestBody());
        var failure = row.failure();
        if (failure != null) {
            part(inside, "exchanges.no-answer", "", failure);
        }
        part(inside, "exchanges.answer", row.responseHeaders(), row.responseBody());
        var details = new NativeDetails();
        details.setSummary(summary);
        details.setContent(inside);
        return details;
    }

    private void part(Div into, String key, String headers, String body) {
        if (headers.isBlank() && body.isBlank()) {
            return;
        }
        var text = new Pre(headers.isBlank() || body.isBlank() ? headers + body : headers + "\n\n" + body);
        text.addClassNames("mono", "xs");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", getTranslation(key));
        var name = new Span(getTranslation(key));
        name.addClassNames("xs", "two");
        into.add(name, text);
    }

    /** Host and path; the whole address stands in the command. */
    private static String place(String url) {
        try {
            var uri = URI.create(url);
            return uri.getHost() == null ? url : uri.getHost() + uri.getPath();
        } catch (IllegalArgumentException odd) {
            return url;
        }
    }
}
