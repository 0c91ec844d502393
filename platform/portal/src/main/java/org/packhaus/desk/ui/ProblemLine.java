package org.packhaus.desk.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.Optional;
import java.util.Set;
import org.packhaus.order.OrderRow;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Formats;

/** What is wrong with an order, and the way to mend it, right under its row. */
final class ProblemLine {

    private ProblemLine() {}

    /** @param managed the sellers whose settings this reader may change */
    static LitRenderer<OrderRow> renderer(Formats formats, Set<SellerId> managed) {
        return LitRenderer.<OrderRow>of("""
                        <div class="fixline"><span class="i i-alert" aria-hidden="true"></span><span class="grow"><b>${item.head}</b> <span>${item.text}</span></span><a class="btn small" href="${item.href}">${item.fix}</a></div>""")
                .withProperty("head", row -> head(row, formats))
                .withProperty("text", row -> text(row, formats))
                .withProperty(
                        "href",
                        row -> atSeller(row, managed)
                                .map(fix -> fix.href(row.seller()))
                                .orElse("orders/" + row.id().value()))
                .withProperty(
                        "fix",
                        row -> formats.text(
                                atSeller(row, managed).map(SellerFix::textKey).orElse("orders.fix")));
    }

    private static Optional<SellerFix> atSeller(OrderRow row, Set<SellerId> managed) {
        return row.problem() != null && managed.contains(row.seller())
                ? SellerFix.of(row.problem().code())
                : Optional.empty();
    }

    private static String text(OrderRow row, Formats formats) {
        var problem = row.problem();
        return problem == null ? "" : new BatchWords(formats).said(problem.code(), problem.text());
    }

    private static String head(OrderRow row, Formats formats) {
        return row.problem() == null
                ? ""
                : new BatchWords(formats).problem(row.problem().code()) + ".";
    }
}
