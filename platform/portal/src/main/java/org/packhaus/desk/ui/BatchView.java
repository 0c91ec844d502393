package org.packhaus.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchRow;
import org.packhaus.job.BatchService;
import org.packhaus.job.RowState;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.rule.Offer;
import org.packhaus.rule.RuleOffers;
import org.packhaus.rule.SecondChoices;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Background;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Toast;

/** A batch while it runs and after: the wall, what needs a hand, every row. It runs without this page and is found again. */
@Route(value = "batches/:batch", layout = MainLayout.class)
@PermitAll
class BatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** The shipment room's name for it; its good rows have labels to print. */
    private static final String BOOKING = "book-labels";

    private final BatchService batches;
    private final CurrentUser user;
    private final PrintDesk printing;
    private final SecondChoices seconds;
    private final RuleOffers offers;
    private final Live live;
    private final BatchWords words = new BatchWords(Formats.current());
    private final Span number = new Span();
    private final H1 title = new H1();
    private final Paragraph started = new Paragraph();
    private final ActionButton cancel;
    private final ActionButton print;
    private final ActionButton pick;
    private final ActionButton cover;
    private final BatchFigures figures = new BatchFigures();
    private final Wall wall = new Wall();
    private final BatchFixes fixes;
    private final BatchRows rows;
    private BatchId batch = new BatchId(0);
    private @Nullable BatchProgress shown;

    BatchView(
            BatchService batches,
            OrderService orders,
            SellerService sellers,
            CurrentUser user,
            Live live,
            PrintDesk printing,
            SecondChoices seconds,
            RuleOffers offers) {
        this.batches = batches;
        this.seconds = seconds;
        this.offers = offers;
        this.user = user;
        this.printing = printing;
        this.live = live;
        var names = SellerNames.read(user, sellers);
        this.cancel = new ActionButton(null, getTranslation("batch.cancel"), click -> askToCancel()).quiet();
        this.print = new ActionButton(Icon.PRINT, getTranslation("batch.print", 0), click -> print()).fill();
        this.pick = new ActionButton(Icon.STOCK, getTranslation("dock.pick"), click -> pick()).quiet();
        this.cover = new ActionButton(
                        Icon.SLIP,
                        getTranslation("batch.cover"),
                        click -> UI.getCurrent().getPage().open("documents/cover/" + batch, "_blank"))
                .quiet();
        this.fixes =
                new BatchFixes(words, names, user.chosenWith(Permission.MANAGE_SELLERS), this::retry, this::takeSecond);
        this.rows = new BatchRows(batches, orders, user, words, names);
        addClassName("batch");
        var progress = new Section(figures, wall);
        progress.addClassName("prog");
        progress.getElement().setAttribute("aria-label", getTranslation("batch.progress"));
        add(head(), progress, fixes, rows);
    }

    private Header head() {
        var crumb = new Nav(new Anchor("batches", getTranslation("nav.batches")), Icon.RIGHT.tiny(), number);
        crumb.addClassName("crumb");
        crumb.setAriaLabel(getTranslation("crumb"));
        started.addClassName("sub");
        var names = new Div(crumb, title, started);
        names.addClassName("grow");
        var head = new Header(names, cancel, print);
        head.addComponentAtIndex(1, pick);
        head.addComponentAtIndex(2, cover);
        head.addClassName("head");
        return head;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        batch = new BatchId(event.getRouteParameters().getLong("batch").orElse(0L));
        refresh();
        if (shown == null) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (attached.isInitialAttach()) {
            live.batch(figures, batch, this::refreshIfMoved);
        }
    }

    /** Asked every other second too; what stands still is not drawn again. */
    private void refreshIfMoved() {
        if (shown == null || !shown.equals(read())) {
            refresh();
        }
    }

    private @Nullable BatchProgress read() {
        return user.inScope(() -> batches.progress(batch)).orElse(null);
    }

    private void refresh() {
        var now = read();
        shown = now;
        if (now == null) {
            return;
        }
        number.setText(words.number(now));
        title.setText(words.title(now));
        started.setText(words.started(now));
        cancel.setVisible(now.waiting() > 0 && user.may(Permission.SHIP));
        print.setVisible(now.kind().equals(BOOKING) && user.may(Permission.SHIP));
        print.setEnabled(now.done() > 0);
        pick.setVisible(now.kind().equals(BOOKING));
        pick.setEnabled(now.done() > 0);
        cover.setVisible(now.kind().equals(BOOKING));
        print.setWords(getTranslation("batch.print", now.done()));
        figures.show(now);
        if (now.total() <= Wall.BRICKS) {
            wall.show(now, user.inScope(() -> batches.rows(batch, null, -1, Wall.BRICKS)));
        } else {
            wall.show(now);
        }
        List<BatchRow> failed = user.inScope(() -> batches.rows(batch, RowState.FAILED, -1, BatchFixes.SHOWN));
        fixes.show(
                now,
                failed,
                user.inScope(() -> batches.rows(batch, RowState.PENDING, -1, BatchFixes.SHOWN)),
                seconds(now, failed),
                user.may(Permission.SHIP));
        rows.show(now);
    }

    private void askToCancel() {
        var waiting = shown == null ? 0 : shown.waiting();
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("batch.cancel.ask", waiting));
        ask.setText(getTranslation("batch.cancel.means"));
        ask.setConfirmText(getTranslation("batch.cancel.yes", waiting));
        ask.setConfirmButtonTheme("error primary");
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("batch.cancel.no"));
        ask.addConfirmListener(yes -> {
            user.demand(Permission.SHIP);
            int cancelled = user.inScope(Permission.SHIP, () -> batches.cancelRest(batch));
            Toast.done(getTranslation("batch.cancelled", cancelled));
            refresh();
        });
        ask.open();
    }

    private void retry() {
        int again = user.inScope(Permission.SHIP, () -> batches.retryFailed(batch));
        Toast.done(getTranslation("batch.retried", again));
        refresh();
    }

    /** Asked only once the batch stands still: before, rows come and go. */
    private BatchFixes.Seconds seconds(BatchProgress now, List<BatchRow> failed) {
        if (!now.isFinished() || failed.stream().noneMatch(BatchView::asks)) {
            return BatchFixes.Seconds.NONE;
        }
        return user.inScope(() -> {
            Map<Long, String> names = new HashMap<>();
            Map<SellerId, CarrierWords> words = new HashMap<>();
            var shownRows = failed.stream().filter(BatchView::asks).toList();
            Map<OrderId, Offer> waiting = seconds.waiting(
                    shownRows.stream().map(row -> new OrderId(row.subject())).toList());
            shownRows.forEach(row -> {
                Offer offer = waiting.get(new OrderId(row.subject()));
                if (offer != null) {
                    var said = words.computeIfAbsent(
                            row.seller(), seller -> CarrierWords.of(Formats.current(), offers.of(seller)));
                    names.put(row.subject(), said.name(offer));
                }
            });
            return new BatchFixes.Seconds((int) asking().count(), names);
        });
    }

    private static boolean asks(BatchRow row) {
        return SecondChoices.CODE.equals(row.code());
    }

    private Stream<BatchRow> asking() {
        return batches.rows(batch, RowState.FAILED, -1, Prints.MOST + 1).stream()
                .filter(BatchView::asks);
    }

    /** Says yes and runs those rows again. @param only one row; empty for all that wait */
    private void takeSecond(Optional<BatchRow> only) {
        UI ui = UI.getCurrent();
        Background.run(
                ui,
                () -> user.inScope(Permission.SHIP, () -> {
                    List<OrderId> orders = only.map(Stream::of)
                            .orElseGet(this::asking)
                            .map(row -> new OrderId(row.subject()))
                            .toList();
                    seconds.take(orders);
                    return batches.retryFailed(
                            batch, orders.stream().map(OrderId::value).toList());
                }),
                again -> {
                    Toast.done(getTranslation("batch.retried", again));
                    refresh();
                },
                failure -> Toast.failure(getTranslation("deed.failed")));
    }

    private void pick() {
        UI.getCurrent().getPage().open(Prints.pickList(done(), batch.toString()), "_blank");
    }

    private void print() {
        printing.ask(done());
    }

    private List<OrderId> done() {
        return user.inScope(() -> batches.rows(batch, RowState.DONE, -1, Prints.MOST + 1)).stream()
                .map(row -> new OrderId(row.subject()))
                .toList();
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? getTranslation("nav.batches") : words.number(shown)) + " · Packhaus";
    }
}
