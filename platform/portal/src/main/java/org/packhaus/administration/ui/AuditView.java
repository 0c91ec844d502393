package org.packhaus.administration.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.administration.AuditBook;
import org.packhaus.audit.AuditRow;
import org.packhaus.audit.AuditSearch;
import org.packhaus.security.CurrentUser;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Texts;

/** Who did what, for which seller, and when. */
@Route(value = "audit", layout = MainLayout.class)
@PermitAll
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 100;
    /** "order 4711", or one of the two. */
    private static final Pattern SUBJECT = Pattern.compile("\\s*([a-z-]*)\\s*#?(\\d{0,18})\\s*");

    private final AuditBook book;
    private final Map<SellerId, String> sellers;
    private final Formats formats = Formats.current();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final TextField actor = new TextField();
    private final ComboBox<String> action = new ComboBox<>();
    private final TextField subject = new TextField();
    private final Grid<AuditRow> grid = new Grid<>();
    private final ActionButton more = new ActionButton(Icon.DOWN, getTranslation("audit.more"), click -> more());
    private final List<AuditRow> shown = new ArrayList<>();

    AuditView(AuditBook book, SellerService sellers, CurrentUser user) {
        this.book = book;
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, SellerRow::name));
        addClassName("audit");
        var below = new Paragraph(getTranslation("audit.sub"));
        below.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.audit")), below);
        names.addClassName("grow");
        var head = new Header(names, export());
        head.addClassName("head");
        columns(user.chosen().size() > 1);
        var foot = new Div(more);
        foot.addClassName("more");
        var list = new Div(grid, foot);
        list.addClassNames("list", "ruled");
        add(head, filters(), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!book.mayRead()) {
            throw new NotFoundException();
        }
        action.setItems(book.actions());
        refresh();
    }

    private Div filters() {
        from.setAriaLabel(getTranslation("audit.from"));
        from.setPlaceholder(getTranslation("audit.from"));
        until.setAriaLabel(getTranslation("audit.until"));
        until.setPlaceholder(getTranslation("audit.until"));
        actor.setAriaLabel(getTranslation("audit.actor"));
        actor.setPlaceholder(getTranslation("audit.actor"));
        action.setAriaLabel(getTranslation("audit.col.action"));
        action.setPlaceholder(getTranslation("audit.col.action"));
        action.setItemLabelGenerator(this::words);
        subject.setAriaLabel(getTranslation("audit.subject"));
        subject.setPlaceholder(getTranslation("audit.subject"));
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        actor.setClearButtonVisible(true);
        action.setClearButtonVisible(true);
        subject.setClearButtonVisible(true);
        actor.setValueChangeMode(ValueChangeMode.LAZY);
        subject.setValueChangeMode(ValueChangeMode.LAZY);
        from.addValueChangeListener(change -> refresh());
        until.addValueChangeListener(change -> refresh());
        actor.addValueChangeListener(change -> refresh());
        action.addValueChangeListener(change -> refresh());
        subject.addValueChangeListener(change -> refresh());
        var filters = new Div(from, until, actor, action, subject);
        filters.addClassName("filters");
        return filters;
    }

    private Anchor export() {
        var link = new Anchor((DownloadHandler) this::write, "");
        link.addClassName("btn");
        link.add(Icon.DOWN.create(), new Span(getTranslation("audit.export")));
        link.getElement().setAttribute("download", true);
        return link;
    }

    private void write(DownloadEvent download) throws IOException {
        download.setFileName("audit.csv");
        download.setContentType("text/csv; charset=utf-8");
        try (Writer out = new OutputStreamWriter(download.getOutputStream(), StandardCharsets.UTF_8)) {
            // Without it, a well-known spreadsheet reads UTF-8 as something else.
            out.write('\ufeff');
            book.export(wanted(), sellers, out);
        }
    }

    private AuditSearch wanted() {
        var what = SUBJECT.matcher(subject.getValue());
        var understood = what.matches();
        return new AuditSearch(
                begin(from.getValue()),
                until.getValue() == null ? null : begin(until.getValue().plusDays(1)),
                actor.getValue(),
                action.getValue() == null ? "" : action.getValue(),
                understood ? what.group(1) : subject.getValue().strip(),
                understood && !what.group(2).isEmpty() ? Long.valueOf(what.group(2)) : null);
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(formats.zone()).toInstant();
    }

    private void refresh() {
        shown.clear();
        more();
    }

    private void more() {
        var next = book.page(
                wanted(), shown.isEmpty() ? Long.MAX_VALUE : shown.getLast().id(), PAGE);
        shown.addAll(next);
        more.setVisible(next.size() == PAGE);
        grid.setItems(shown);
    }

    private void columns(boolean manySellers) {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.audit"));
        grid.setEmptyStateText(getTranslation("audit.none"));
        grid.addColumn(row -> formats.date(row.at()))
                .setHeader(getTranslation("audit.col.time"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(row -> row.seller() == null ? "–" : sellers.getOrDefault(row.seller(), ""))
                .setHeader(getTranslation("audit.col.seller"))
                .setWidth("150px")
                .setFlexGrow(0)
                .setVisible(manySellers);
        grid.addColumn(this::actor)
                .setHeader(getTranslation("audit.col.actor"))
                .setWidth("170px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<AuditRow>of("""
                        <div class="cut" title="${item.code}">${item.words}</div>""")
                        .withProperty("code", AuditRow::action)
                        .withProperty("words", row -> words(row.action())))
                .setHeader(getTranslation("audit.col.action"))
                .setWidth("200px")
                .setFlexGrow(1);
        grid.addColumn(row -> row.subject().type() + " " + row.subject().id())
                .setHeader(getTranslation("audit.col.subject"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(LitRenderer.<AuditRow>of("""
                        <div class="cut two" title="${item.detail}">${item.detail}</div>""").withProperty("detail", AuditView::detail))
                .setHeader(getTranslation("audit.col.detail"))
                .setWidth("220px")
                .setFlexGrow(2);
    }

    private String actor(AuditRow row) {
        return switch (row.actor().kind()) {
            case USER -> row.actor().name();
            case JOB -> getTranslation("audit.job", row.actor().name());
            case SYSTEM -> getTranslation("audit.system");
        };
    }

    private String words(String code) {
        var key = "audit.action." + code;
        return Texts.has(key) ? getTranslation(key) : code;
    }

    private static String detail(AuditRow row) {
        return row.detail().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.audit") + " · Packhaus";
    }
}
