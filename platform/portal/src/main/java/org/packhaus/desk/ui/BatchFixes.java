package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchRow;
import org.packhaus.job.RowState;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Icon;
import org.packhaus.shell.SellerTile;

/** The rows that need a hand: what happened, to which order, what to do. The others went on. */
class BatchFixes extends Section {

    /** Nobody mends more at a glance; the rest stands in the list below. */
    static final int SHOWN = 20;

    private final BatchWords words;
    private final SellerNames sellers;
    private final Set<SellerId> managed;
    private final H2 head = new H2();
    private final Span rest = new Span();
    private final ActionButton retry;
    private final ActionButton takeAll;
    private final Consumer<Optional<BatchRow>> take;
    private final UnorderedList list = new UnorderedList();

    /**
     * @param managed the sellers whose settings this reader may change
     * @param take says yes to the second choice of a row, or of all rows that wait for it
     */
    BatchFixes(
            BatchWords words,
            SellerNames sellers,
            Set<SellerId> managed,
            Runnable retryFailed,
            Consumer<Optional<BatchRow>> take) {
        this.words = words;
        this.sellers = sellers;
        this.managed = managed;
        this.retry = new ActionButton(Icon.AGAIN, getTranslation("batch.retry", 0), click -> retryFailed.run()).small();
        this.take = take;
        this.takeAll = new ActionButton(
                        Icon.TRUCK, getTranslation("batch.take-second", 0), click -> take.accept(Optional.empty()))
                .small();
        addClassName("fixes");
        head.addClassNames("late", "row");
        rest.addClassNames("two", "grow");
        var header = new Header(head, rest, takeAll, retry);
        header.addClassName("row");
        add(header, list);
    }

    void show(BatchProgress batch, List<BatchRow> failed, List<BatchRow> pending, Seconds seconds, boolean mayShip) {
        int count = batch.failed() + batch.pending();
        setVisible(count > 0);
        getElement().setAttribute("aria-label", getTranslation("batch.need-fix", count));
        head.removeAll();
        head.add(Icon.ALERT.create(), new Span(getTranslation("batch.need-fix", count)));
        rest.setText(
                getTranslation(batch.pending() > 0 ? "batch.others.pending" : "batch.others", batch.total() - count));
        retry.setVisible(batch.failed() > 0 && mayShip);
        retry.setWords(getTranslation("batch.retry", batch.failed()));
        takeAll.setVisible(seconds.rows() > 1 && mayShip);
        takeAll.setWords(getTranslation("batch.take-second", seconds.rows()));
        list.removeAll();
        failed.forEach(row -> list.add(line(row, mayShip ? seconds.names().get(row.subject()) : null)));
        pending.forEach(row -> list.add(line(row, null)));
    }

    /**
     * Second choices that wait for a yes.
     *
     * @param rows of the whole batch
     * @param names whom it would be, by order; of the rows shown
     */
    record Seconds(int rows, Map<Long, String> names) {
        static final Seconds NONE = new Seconds(0, Map.of());
    }

    private ListItem line(BatchRow row, @Nullable String second) {
        var seller = sellers.of(row.seller());
        var order = new Anchor("orders/" + row.subject(), "");
        order.getElement().appendChild(Parts.strong(row.label()));
        var name = new Span(seller.name());
        name.addClassName("cut");
        var below = new Div(new SellerTile(seller.mark(), seller.name()).small(), name);
        below.addClassNames("row", "xs", "two");
        var who = new Div(new Div(order), below);
        who.addClassName("who");

        var text = new Div(words.said(row.code(), row.text()));
        text.addClassName("two");
        var why = new Div(text);
        why.addClassName("why");
        why.getElement().insertChild(0, Parts.strong(words.reason(row)));
        var fix = words.fix(row.code(), row.fix());
        if (!fix.isBlank()) {
            why.add(new Div(fix));
        }
        var open = new Anchor("orders/" + row.subject(), getTranslation("batch.open"));
        open.addClassNames("btn", "small");
        var hand = new Div();
        hand.addClassName("fx");
        if (row.state() == RowState.PENDING) {
            hand.add(new Badge(Badge.Tone.INFO, null, getTranslation("row.pending")));
        }
        if (managed.contains(row.seller())) {
            SellerFix.of(row.code()).ifPresent(place -> {
                var there = new Anchor(place.href(row.seller()), getTranslation(place.textKey()));
                there.addClassNames("btn", "small");
                hand.add(there);
            });
        }
        if (second != null) {
            hand.add(new ActionButton(
                            Icon.TRUCK,
                            getTranslation("order.take-second", second),
                            click -> take.accept(Optional.of(row)))
                    .small());
        }
        hand.add(open);
        var line = new ListItem(who, why, hand);
        line.addClassName("frow");
        return line;
    }
}
