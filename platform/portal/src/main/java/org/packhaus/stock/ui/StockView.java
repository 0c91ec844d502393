package org.packhaus.stock.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.Commodities;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Toast;
import org.packhaus.stock.StockAlarms;
import org.packhaus.stock.StockImport;
import org.packhaus.stock.StockImportProgress;
import org.packhaus.stock.StockPage;
import org.packhaus.stock.StockRow;
import org.packhaus.stock.StockService;
import org.packhaus.stock.StockShow;

/** How many pieces are there, who waits for them, and what the channel was told. */
@Route(value = "stock", layout = MainLayout.class)
@PermitAll
class StockView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final int PAGE = 100;
    private static final int HISTORY = 50;

    /** Below that the deeds, which stay in view, would lie on the figures; what can be said elsewhere, or looked up, gives way. */
    private static final int NARROW = 1100;

    private final StockService stock;
    private final StockImport lists;
    private final StockAlarms alarms;
    private final Commodities commodities;
    private final CurrentUser user;
    private final Map<SellerId, String> sellers;
    private final Formats formats = Formats.current();
    private final TextField search = new TextField();
    private final Select<StockShow> show = new Select<>();
    private final Grid<StockRow> grid = new Grid<>();
    private final ActionButton more = new ActionButton(Icon.DOWN, getTranslation("stock.more"), click -> more());
    private final List<StockRow> shown = new ArrayList<>();
    private final List<Grid.Column<StockRow>> asRoomAllows = new ArrayList<>();
    private final List<Grid.Column<StockRow>> figures = new ArrayList<>();
    private StockPage.@Nullable Cursor next;
    private @Nullable Registration resizing;
    private final Div running = new Div();
    private boolean narrow;

    StockView(
            StockService stock,
            StockImport lists,
            StockAlarms alarms,
            Commodities commodities,
            SellerService sellers,
            CurrentUser user) {
        this.stock = stock;
        this.lists = lists;
        this.alarms = alarms;
        this.commodities = commodities;
        this.user = user;
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, SellerRow::name));
        addClassName("stock");
        var below = new Paragraph(getTranslation("stock.sub"));
        below.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.stock")), below);
        names.addClassName("grow");
        search.setPlaceholder(getTranslation("stock.search"));
        search.setAriaLabel(getTranslation("stock.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        show.setAriaLabel(getTranslation("stock.show"));
        show.setItems(StockShow.values());
        show.setItemLabelGenerator(
                one -> getTranslation("stock.show." + one.name().toLowerCase(Locale.ROOT)));
        show.setValue(StockShow.ALL);
        show.addValueChangeListener(change -> refresh());
        var head = new Header(names, show, search);
        if (user.may(Permission.EDIT_STOCK)) {
            head.add(
                    new ActionButton(Icon.BELL, getTranslation("stock.alarms"), click -> alarms()),
                    new ActionButton(Icon.LIST, getTranslation("stock.import"), click -> listed()).fill());
        }
        head.addClassName("head");
        columns();
        var foot = new Div(more);
        foot.addClassName("more");
        var list = new Div(grid, foot);
        list.addClassName("list");
        running.addClassNames("note", "info");
        running.getElement().setAttribute("role", "status");
        add(head, running, list);
    }

    /** {@code stock?show=low} is what a notice leads to. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .orElse("");
        for (var one : StockShow.values()) {
            if (one.name().equalsIgnoreCase(wanted)) {
                show.setValue(one);
            }
        }
        refresh();
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.stock"));
        grid.setEmptyStateText(getTranslation("stock.empty"));
        grid.addColumn(LitRenderer.<StockRow>of("""
                        <div class="l1 cut"><button type="button" class="sku" title="${item.history}" @click="${open}">${item.sku}</button></div><div class="xs two cut">${item.title}</div>
                        ${item.words.map((word, i) => html`<div class="xs cut mark" title="${item.whys[i]}"><span class="badge ${item.tones[i]}">${word}</span> <span class="two">${item.whys[i]}</span></div>`)}""")
                        .withProperty("sku", StockRow::sku)
                        .withProperty("history", row -> getTranslation("stock.history.title", row.sku()))
                        .withProperty("title", this::title)
                        .withProperty("words", row -> below(row, "word"))
                        .withProperty("tones", row -> below(row, "tone"))
                        .withProperty("whys", row -> below(row, "why"))
                        .withFunction("open", this::history))
                .setHeader(getTranslation("stock.col.goods"))
                .setWidth("190px")
                .setFlexGrow(1);
        asRoomAllows.add(grid.addColumn(row -> sellers.getOrDefault(row.seller(), ""))
                .setHeader(getTranslation("stock.col.seller"))
                .setWidth("140px")
                .setFlexGrow(0));
        asRoomAllows.getFirst().setVisible(severalSellers());
        grid.addColumn(row -> row.place().isEmpty() ? "–" : row.place())
                .setHeader(getTranslation("stock.col.place"))
                .setWidth("84px")
                .setFlexGrow(0);
        number("stock.col.on-hand", StockRow::onHand);
        number("stock.col.reserved", StockRow::reserved);
        number("stock.col.waiting", StockRow::waiting);
        number("stock.col.available", StockRow::available);
        asRoomAllows.add(grid.addComponentColumn(this::channel)
                .setHeader(getTranslation("stock.col.channel"))
                .setWidth("150px")
                .setFlexGrow(1));
        grid.addComponentColumn(this::deed)
                .setHeader(new Span(getTranslation("users.col.deeds")))
                .setWidth("128px")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
    }

    private boolean severalSellers() {
        return user.chosen().size() > 1;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var page = attached.getUI().getPage();
        resizing = page.addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
        page.retrieveExtendedClientDetails(details -> fit(details.getWindowInnerWidth()));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (resizing != null) {
            resizing.remove();
        }
        super.onDetach(detached);
    }

    private void fit(int width) {
        boolean fits = width >= NARROW;
        if (fits == narrow) {
            narrow = !fits;
            asRoomAllows.getFirst().setVisible(fits && severalSellers());
            asRoomAllows.getLast().setVisible(fits);
            figures.forEach(column -> column.setWidth(fits ? "84px" : "76px"));
            grid.getDataProvider().refreshAll();
        }
    }

    private String title(StockRow row) {
        var seller = sellers.getOrDefault(row.seller(), "");
        return narrow && severalSellers()
                ? (row.title().isBlank() ? seller : seller + " · " + row.title())
                : row.title();
    }

    private void number(String key, ValueProvider<StockRow, Integer> value) {
        figures.add(grid.addColumn(row -> row.tracked() ? formats.number(value.apply(row)) : "–")
                .setHeader(getTranslation(key))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("84px")
                .setFlexGrow(0));
    }

    private Div channel(StockRow row) {
        var cell = new Div();
        marks(row).forEach(mark -> {
            cell.add(new Badge(
                    Badge.Tone.valueOf(String.valueOf(mark.get("name"))), null, String.valueOf(mark.get("word"))));
            if (!String.valueOf(mark.get("why")).isEmpty()) {
                var why = new Div(new Span(String.valueOf(mark.get("why"))));
                why.addClassNames("xs", "two");
                cell.add(why);
            }
        });
        if (row.tracked() && row.pushError() == null && row.pushedAt() != null) {
            cell.add(new Span(formats.when(row.pushedAt())));
        }
        cell.addClassName("fx");
        return cell;
    }

    /** What is to be seen at any width: beside the channel where there is room for it, else below the goods. */
    private List<Map<String, String>> marks(StockRow row) {
        if (!row.tracked()) {
            return List.of(mark(Badge.Tone.LINE, "stock.not-counted", ""));
        }
        List<Map<String, String>> marks = new ArrayList<>();
        if (row.pushError() != null) {
            marks.add(mark(Badge.Tone.LATE, "stock.refused", row.pushError()));
        }
        if (row.available() == 0) {
            marks.add(mark(row.waiting() > 0 ? Badge.Tone.LATE : Badge.Tone.WARN, "stock.out", ""));
        } else if (row.isLow()) {
            marks.add(mark(Badge.Tone.WARN, "stock.low", ""));
        }
        return marks;
    }

    private List<String> below(StockRow row, String part) {
        return narrow
                ? marks(row).stream().map(mark -> mark.getOrDefault(part, "")).toList()
                : List.of();
    }

    private Map<String, String> mark(Badge.Tone tone, String key, String why) {
        return Map.of("name", tone.name(), "tone", tone.className(), "word", getTranslation(key), "why", why);
    }

    private void history(StockRow row) {
        new HistoryDialog(row, before -> user.inScope(() -> stock.history(row.seller(), row.sku(), before, HISTORY)))
                .open();
    }

    private Map<SellerId, String> editable() {
        Map<SellerId, String> editable = new LinkedHashMap<>();
        var mine = user.chosenWith(Permission.EDIT_STOCK);
        sellers.entrySet().stream()
                .filter(entry -> mine.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> editable.put(entry.getKey(), entry.getValue()));
        return editable;
    }

    private void listed() {
        var editable = editable();
        new ImportDialog(new ListDesk(lists, stock, user, editable), editable, this::refresh).open();
    }

    private void alarms() {
        var editable = editable();
        Map<SellerId, Integer> known = new HashMap<>();
        editable.keySet()
                .forEach(seller -> user.inScopeOf(seller, Permission.EDIT_STOCK, () -> alarms.usual(seller))
                        .ifPresent(low -> known.put(seller, low)));
        new AlarmDialog(editable, known, (seller, low) -> {
                    user.inScopeOf(seller, Permission.EDIT_STOCK, () -> {
                        alarms.usual(seller, low);
                        return true;
                    });
                    Toast.done(getTranslation("stock.alarms.saved", editable.getOrDefault(seller, "")));
                    refresh();
                })
                .open();
    }

    private Div deed(StockRow row) {
        var cell = new Div();
        if (user.may(Permission.EDIT_STOCK, row.seller())) {
            cell.add(ActionButton.icon(
                            Icon.PIN,
                            getTranslation("stock.place.title", row.sku()),
                            click -> new PlaceDialog(row, said -> place(row, said)).open())
                    .bare()
                    .small());
            cell.add(ActionButton.icon(
                            Icon.GLOBE, getTranslation("stock.customs.title", row.sku()), click -> customs(row))
                    .bare()
                    .small());
            cell.add(ActionButton.icon(
                            Icon.EDIT,
                            getTranslation("stock.adjust.title", row.sku()),
                            click -> new AdjustDialog(row, change -> adjust(row, change)).open())
                    .bare()
                    .small());
        }
        return cell;
    }

    private void customs(StockRow row) {
        var known = user.inScope(() -> commodities.find(row.seller(), row.sku()));
        new CustomsDialog(row, known.orElse(null), commodity -> {
                    user.inScopeOf(row.seller(), Permission.EDIT_STOCK, () -> {
                        commodities.declare(row.seller(), row.sku(), commodity);
                        return true;
                    });
                    Toast.done(getTranslation("stock.customs.saved", row.sku()));
                })
                .open();
    }

    private void adjust(StockRow row, AdjustDialog.Change change) {
        user.inScopeOf(row.seller(), Permission.EDIT_STOCK, () -> {
            stock.adjust(row.seller(), row.sku(), change.pieces(), change.reason(), change.note());
            return true;
        });
        Toast.done(getTranslation("stock.adjusted", row.sku()));
        refresh();
    }

    private void place(StockRow row, PlaceDialog.Said said) {
        user.inScopeOf(row.seller(), Permission.EDIT_STOCK, () -> {
            stock.place(row.seller(), row.sku(), said.place());
            if (!Objects.equals(said.lowAt(), row.ownAlarm() ? row.lowAt() : null)) {
                alarms.of(row.seller(), row.sku(), said.lowAt());
            }
            return true;
        });
        Toast.done(getTranslation("stock.placed", row.sku()));
        refresh();
    }

    private void refresh() {
        shown.clear();
        next = null;
        var open = user.inScope(lists::running);
        running.setVisible(!open.isEmpty());
        running.setText(getTranslation(
                "stock.import.running",
                open.stream().mapToInt(StockImportProgress::done).sum(),
                open.stream().mapToInt(StockImportProgress::total).sum()));
        more();
    }

    private void more() {
        var page = user.inScope(() -> stock.rows(search.getValue(), show.getValue(), next, PAGE));
        shown.addAll(page.rows());
        next = page.next();
        more.setVisible(next != null);
        grid.setItems(shown);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.stock") + " · Packhaus";
    }
}
