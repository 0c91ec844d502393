package org.packhaus.desk.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchService;
import org.packhaus.security.CurrentUser;
import org.packhaus.shell.Formats;
import org.packhaus.shell.MainLayout;

/** The newest batches, the running ones with how far they are. */
@Route(value = "batches", layout = MainLayout.class)
@PermitAll
class BatchesView extends Div implements HasDynamicTitle {

    /** Older ones are found through their orders. */
    private static final int SHOWN = 100;

    private final BatchService batches;
    private final CurrentUser user;
    private final BatchWords words = new BatchWords(Formats.current());
    private final Paragraph state = new Paragraph();
    private final Grid<BatchProgress> grid = new Grid<>();
    private List<BatchProgress> shown = List.of();

    BatchesView(BatchService batches, CurrentUser user, Live live) {
        this.batches = batches;
        this.user = user;
        state.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.batches")), state);
        names.addClassName("grow");
        var head = new Header(names);
        head.addClassName("head");
        columns();
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.batches"));
        grid.setEmptyStateText(getTranslation("batches.none"));
        var list = new Div(grid);
        list.addClassNames("list", "ruled");
        addClassName("batches");
        add(head, list);
        live.batches(list, this::refresh);
        refresh();
    }

    private void columns() {
        grid.addColumn(LitRenderer.<BatchProgress>of("""
                        <a class="l1 cut" href="${item.href}"><b>${item.title}</b></a><div class="xs two cut">${item.below}</div>""")
                        .withProperty("href", batch -> "batches/" + batch.id().value())
                        .withProperty("title", words::title)
                        .withProperty("below", batch -> words.number(batch) + " · " + words.started(batch)))
                .setHeader(getTranslation("batches.col.batch"))
                .setWidth("320px")
                .setFlexGrow(1);
        grid.addColumn(LitRenderer.<BatchProgress>of("""
                        <div class="course-bar" role="img" aria-label="${item.says}" title="${item.says}"><i class="brick done" style="flex-grow:${item.done}"></i><i class="brick failed plain" style="flex-grow:${item.failed}"></i><i class="brick pending" style="flex-grow:${item.pending}"></i><i class="brick waiting" style="flex-grow:${item.open}"></i></div>""")
                        .withProperty("done", BatchProgress::done)
                        .withProperty("failed", BatchProgress::failed)
                        .withProperty("pending", BatchProgress::pending)
                        .withProperty("open", batch -> batch.waiting() + batch.running() + batch.cancelled())
                        .withProperty(
                                "says",
                                batch -> getTranslation(
                                        "batch.wall",
                                        batch.done(),
                                        batch.failed(),
                                        batch.pending(),
                                        batch.running(),
                                        batch.waiting())))
                .setHeader(getTranslation("batch.progress"))
                .setWidth("220px")
                .setFlexGrow(0);
        grid.addColumn(batch -> getTranslation("batch.of", batch.done(), batch.total()))
                .setHeader(getTranslation("row.done"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<BatchProgress>of("""
                        <span class="badge ${item.tone}">${item.says}</span>""")
                        .withProperty("tone", BatchesView::tone)
                        .withProperty("says", this::says))
                .setHeader(getTranslation("batches.col.state"))
                .setWidth("180px")
                .setFlexGrow(0);
    }

    private static String tone(BatchProgress batch) {
        return !batch.isFinished() ? "info" : batch.failed() + batch.pending() > 0 ? "late" : "ok";
    }

    private String says(BatchProgress batch) {
        int open = batch.failed() + batch.pending();
        return !batch.isFinished()
                ? getTranslation("row.running")
                : open > 0 ? getTranslation("batch.need-fix", open) : getTranslation("batch.done");
    }

    private void refresh() {
        var now = user.inScope(() -> batches.newest(Long.MAX_VALUE, SHOWN));
        if (now.equals(shown) && !shown.isEmpty()) {
            return;
        }
        shown = now;
        long running = shown.stream().filter(batch -> !batch.isFinished()).count();
        state.setText(getTranslation("batches.running", running));
        grid.setItems(shown);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.batches") + " · Packhaus";
    }
}
