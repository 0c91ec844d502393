package org.packhaus.desk.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchRow;
import org.packhaus.job.BatchService;
import org.packhaus.job.RowState;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.security.CurrentUser;

/** Every row of a batch with what became of it. */
class BatchRows extends Section {

    private static final int PAGE = 50;

    private final BatchService batches;
    private final OrderService orders;
    private final CurrentUser user;
    private final BatchWords words;
    private final SellerNames sellers;
    private final Div tabs = new Div();
    private final Grid<Line> grid = new Grid<>();
    private final KeysetPages<Line, Integer> pages = new KeysetPages<>(this::read, PAGE);
    private @Nullable BatchProgress batch;
    private @Nullable RowState only;

    /** A row with the order it is about; null when the order is none, or not in view. */
    private record Line(BatchRow row, @Nullable OrderRow order) {

        /** The same row in a new state is still that row. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Line line && line.row.id().equals(row.id());
        }

        @Override
        public int hashCode() {
            return row.id().hashCode();
        }
    }

    BatchRows(BatchService batches, OrderService orders, CurrentUser user, BatchWords words, SellerNames sellers) {
        this.batches = batches;
        this.orders = orders;
        this.user = user;
        this.words = words;
        this.sellers = sellers;
        addClassName("good");
        tabs.addClassNames("tabs", "inl");
        tabs.getElement().setAttribute("role", "group");
        tabs.getElement().setAttribute("aria-label", getTranslation("batch.results"));
        var header = new Header(new H2(getTranslation("batch.results")), tabs);
        header.addClassName("row");
        columns();
        grid.setPageSize(PAGE);
        grid.setSizeFull();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("batch.results"));
        grid.setDataProvider(DataProvider.fromCallbacks(
                query -> pages.rows(query.getOffset(), query.getLimit()).stream(), query -> size()));
        add(header, grid);
    }

    private void columns() {
        grid.addColumn(LitRenderer.<Line>of("""
                        <span class="badge ${item.tone}">${item.running ? html`<span class="spin" aria-hidden="true"></span>` : item.done ? html`<span class="i i-12 i-tick" aria-hidden="true"></span>` : ''}${item.state}</span>""")
                        .withProperty(
                                "tone",
                                line -> BatchWords.tone(line.row().state()).className())
                        .withProperty("running", line -> line.row().state() == RowState.RUNNING)
                        .withProperty("done", line -> line.row().state() == RowState.DONE)
                        .withProperty("state", line -> state(line.row().state())))
                .setHeader(getTranslation("batch.col.result"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Line>of("""
                        <div class="row"><span class="tile t${item.tone}" title="${item.seller}" aria-hidden="true">${item.letter}</span><a href="${item.href}"><b>${item.label}</b></a></div>""")
                        .withProperty("href", line -> "orders/" + line.row().subject())
                        .withProperty("label", line -> line.row().label())
                        .withProperty(
                                "tone",
                                line -> sellers.of(line.row().seller()).mark().tone())
                        .withProperty(
                                "letter",
                                line -> sellers.of(line.row().seller()).mark().letter())
                        .withProperty(
                                "seller",
                                line -> sellers.of(line.row().seller()).name()))
                .setHeader(getTranslation("orders.order"))
                .setWidth("180px")
                .setFlexGrow(0);
        var order = new OrderWords(words.formats());
        grid.addColumn(LitRenderer.<Line>of("""
                        <div class="row it"><span class="pic">${item.pic ? html`<img src="${item.pic}" alt="" loading="lazy" referrerpolicy="no-referrer">` : html`<span class="i i-box" aria-hidden="true"></span>`}${item.pieces > 1 ? html`<span class="q">${item.pieces}</span>` : ''}</span><span class="cut">${item.name}<span class="two"> ${item.place}</span></span></div>""")
                        .withProperty("pic", line -> line.order() == null ? "" : order.picture(line.order()))
                        .withProperty(
                                "pieces",
                                line -> line.order() == null ? 0 : line.order().pieces())
                        .withProperty("name", line -> line.order() == null ? "" : order.buyer(line.order()))
                        .withProperty("place", line -> line.order() == null ? "" : "· " + order.place(line.order())))
                .setHeader(getTranslation("orders.buyer"))
                .setWidth("240px")
                .setFlexGrow(1);
        grid.addColumn(line -> words.price(line.row()))
                .setHeader(getTranslation("batch.col.price"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<Line>of("""
                        <span class="${item.mono ? 'mono xs' : 'cut two'}" title="${item.says}">${item.says}</span>""")
                        .withProperty("mono", line -> line.row().state() == RowState.DONE)
                        .withProperty("says", this::result))
                .setHeader(getTranslation("batch.col.number"))
                .setWidth("270px")
                .setFlexGrow(0);
    }

    private String state(RowState state) {
        return words.state(state, batch == null ? "" : batch.kind());
    }

    private String result(Line line) {
        var row = line.row();
        return switch (row.state()) {
            case DONE -> row.result() == null ? "–" : row.result();
            case FAILED, PENDING -> words.reason(row);
            default -> "–";
        };
    }

    void show(BatchProgress now) {
        batch = now;
        tabs.removeAll();
        tab(null, now.total());
        for (var state : RowState.values()) {
            if (count(now, state) > 0) {
                tab(state, count(now, state));
            }
        }
        pages.forget();
        grid.getDataProvider().refreshAll();
    }

    private void tab(@Nullable RowState state, int count) {
        var number = new Span(String.valueOf(count));
        number.addClassName("n");
        var tab = new NativeButton();
        tab.addClassName("tab");
        tab.getElement().setAttribute("type", "button");
        tab.add(new Span(state == null ? getTranslation("stage.all") : state(state)), number);
        if (state == only) {
            tab.getElement().setAttribute("aria-current", "true");
        }
        tab.addClickListener(click -> {
            only = state;
            if (batch != null) {
                show(batch);
            }
        });
        tabs.add(tab);
    }

    private KeysetPages.Page<Line, Integer> read(@Nullable Integer after, int limit) {
        if (batch == null) {
            return new KeysetPages.Page<>(List.of(), null);
        }
        var id = batch.id();
        return user.inScope(() -> {
            var rows = batches.rows(id, only, after == null ? -1 : after, limit);
            Map<Long, OrderRow> about =
                    orders
                            .rows(rows.stream()
                                    .map(row -> new OrderId(row.subject()))
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(order -> order.id().value(), order -> order));
            return new KeysetPages.Page<>(
                    rows.stream()
                            .map(row -> new Line(row, about.get(row.subject())))
                            .toList(),
                    rows.size() < limit ? null : rows.getLast().position());
        });
    }

    private int size() {
        return batch == null ? 0 : only == null ? batch.total() : count(batch, only);
    }

    private static int count(BatchProgress batch, RowState state) {
        return switch (state) {
            case WAITING -> batch.waiting();
            case RUNNING -> batch.running();
            case DONE -> batch.done();
            case FAILED -> batch.failed();
            case PENDING -> batch.pending();
            case CANCELLED -> batch.cancelled();
        };
    }
}
