package org.packhaus.connect.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.packhaus.audit.Audit;
import org.packhaus.audit.AuditRow;
import org.packhaus.audit.Subject;
import org.packhaus.connect.SellerCard;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Texts;

/** Who changed what about a seller, the newest first. */
class HistoryCard extends Section {
    private static final int LINES = 15;

    HistoryCard(List<AuditRow> rows, Formats formats) {
        var in = Parts.card(this, getTranslation("seller.history"));
        if (rows.isEmpty()) {
            in.add(Parts.span("two", getTranslation("seller.history.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("history");
        for (AuditRow row : rows) {
            var what = new Span(what(row));
            var who = Parts.span(
                    "xs two", formats.when(row.at()) + " · " + row.actor().name());
            var line = new ListItem(Parts.div("", what), Parts.div("", who));
            var detail = detail(row);
            if (!detail.isEmpty()) {
                line.add(Parts.div("xs two", new Span(detail)));
            }
            list.add(line);
        }
        in.add(list);
    }

    static List<AuditRow> read(Audit audit, SellerCard card) {
        return Stream.concat(
                        Stream.of(new Subject("seller", card.details().id().value())),
                        card.accounts().stream()
                                .map(account -> new Subject(
                                        "connection", account.row().id().value())))
                .flatMap(subject -> audit.about(subject, Long.MAX_VALUE, LINES).stream())
                .sorted(Comparator.comparing(AuditRow::at).reversed())
                .limit(LINES)
                .toList();
    }

    private String what(AuditRow row) {
        var key = "audit.action." + row.action();
        return Texts.has(key) ? getTranslation(key) : row.action();
    }

    private static String detail(AuditRow row) {
        return row.detail().entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(one -> one.getKey() + ": " + one.getValue())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }
}
