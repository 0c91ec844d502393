package org.packhaus.desk.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import org.packhaus.order.OrderRow;
import org.packhaus.shell.Formats;

/** What is wrong with an order, and the way to mend it, right under its row. */
final class ProblemLine {

    private ProblemLine() {}

    static LitRenderer<OrderRow> renderer(Formats formats) {
        return LitRenderer.<OrderRow>of("""
                        <div class="fixline"><span class="i i-alert" aria-hidden="true"></span><span class="grow"><b>${item.head}</b> <span>${item.text}</span></span><a class="btn small" href="${item.href}">${item.fix}</a></div>""")
                .withProperty("head", row -> head(row, formats))
                .withProperty(
                        "text",
                        row -> row.problem() == null ? "" : row.problem().text())
                .withProperty("href", row -> "orders/" + row.id().value())
                .withProperty("fix", row -> formats.text("orders.fix"));
    }

    private static String head(OrderRow row, Formats formats) {
        return row.problem() == null
                ? ""
                : new BatchWords(formats).problem(row.problem().code()) + ".";
    }
}
