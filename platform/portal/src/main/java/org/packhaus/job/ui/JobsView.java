package org.packhaus.job.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.job.JobAdministration;
import org.packhaus.job.JobRow;
import org.packhaus.job.RecurringRow;
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
import org.packhaus.shell.Texts;
import org.packhaus.shell.Toast;

/** What goes on without anybody looking, looked at. */
@Route(value = "jobs", layout = MainLayout.class)
@PermitAll
class JobsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final JobAdministration jobs;
    private final CurrentUser user;
    private final Map<SellerId, String> sellers;
    private final Formats formats = Formats.current();
    private final Paragraph state = new Paragraph();
    private final Checkbox failingOnly = new Checkbox(getTranslation("jobs.failing-only"));
    private final Grid<JobRow> queue = new Grid<>();
    private final Grid<RecurringRow> recurring = new Grid<>();

    JobsView(JobAdministration jobs, SellerService sellers, CurrentUser user) {
        this.jobs = jobs;
        this.user = user;
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, SellerRow::name));
        addClassName("jobs");
        state.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.jobs")), state);
        names.addClassName("grow");
        failingOnly.addValueChangeListener(change -> refresh());
        var head = new Header(
                names, failingOnly, new ActionButton(Icon.AGAIN, getTranslation("jobs.refresh"), click -> refresh()));
        head.addClassName("head");
        queueColumns();
        recurringColumns();
        var help = new Paragraph(getTranslation("jobs.money"));
        help.addClassNames("help", "job-help");
        var list = new Div(queue);
        list.addClassNames("list", "ruled");
        var rounds = new Div(new H2(getTranslation("jobs.recurring")), recurring);
        rounds.addClassName("rounds");
        add(head, list, help, rounds);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!user.may(Permission.ADMINISTER)) {
            throw new NotFoundException();
        }
        refresh();
    }

    private void refresh() {
        var counts = jobs.counts();
        state.setText(
                counts.due() == 0
                        ? getTranslation(
                                "jobs.state", counts.all(), counts.running(), counts.failing() + counts.givenUp())
                        : getTranslation(
                                "jobs.state.lag",
                                counts.all(),
                                counts.running(),
                                counts.failing() + counts.givenUp(),
                                counts.due(),
                                formats.length(counts.lag())));
        queue.setItems(jobs.jobs(failingOnly.getValue()));
        recurring.setItems(jobs.recurring());
    }

    private void queueColumns() {
        queue.setSizeFull();
        queue.setSelectionMode(Grid.SelectionMode.NONE);
        queue.getElement().setAttribute("aria-label", getTranslation("nav.jobs"));
        queue.setEmptyStateText(getTranslation("jobs.none"));
        queue.addColumn(LitRenderer.<JobRow>of("""
                        <div class="l1 cut"><b>${item.name}</b></div><div class="xs two cut" title="${item.id}">${item.id}</div>""")
                        .withProperty("name", row -> name(row.type()))
                        .withProperty("id", JobRow::id))
                .setHeader(getTranslation("jobs.col.job"))
                .setWidth("210px")
                .setFlexGrow(2);
        queue.addColumn(row -> row.sellers().stream()
                        .map(seller -> sellers.getOrDefault(seller, seller.toString()))
                        .collect(Collectors.joining(", ")))
                .setHeader(getTranslation("audit.col.seller"))
                .setWidth("140px")
                .setFlexGrow(1);
        queue.addComponentColumn(this::state)
                .setHeader(getTranslation("jobs.col.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        queue.addColumn(row -> when(row.at()))
                .setHeader(getTranslation("jobs.col.next"))
                .setWidth("120px")
                .setFlexGrow(0);
        queue.addColumn(LitRenderer.<JobRow>of("""
                        <div class="cut two" title="${item.error}">${item.error}</div>""")
                        .withProperty("error", row -> row.error() == null ? "" : row.error()))
                .setHeader(getTranslation("jobs.col.error"))
                .setWidth("200px")
                .setFlexGrow(3);
        queue.addComponentColumn(this::deed)
                .setHeader(new Span(getTranslation("users.col.deeds")))
                .setWidth("150px")
                .setFlexGrow(0);
    }

    private Badge state(JobRow row) {
        return switch (row.state()) {
            case RUNNING -> new Badge(Badge.Tone.INFO, null, getTranslation("jobs.running"));
            case DUE -> new Badge(Badge.Tone.IDLE, null, getTranslation("jobs.due"));
            case WAITING -> new Badge(Badge.Tone.LINE, null, getTranslation("jobs.waiting"));
            case FAILING -> new Badge(Badge.Tone.WARN, null, getTranslation("jobs.failing", row.failures()));
            case GIVEN_UP -> new Badge(Badge.Tone.LATE, null, getTranslation("jobs.given-up"));
        };
    }

    private Span deed(JobRow row) {
        return switch (row.again()) {
            case YES -> {
                var again = new ActionButton(Icon.AGAIN, getTranslation("jobs.again"), click -> runAgain(row)).small();
                again.setAriaLabel(getTranslation("jobs.again") + ": " + row.id());
                yield new Span(again);
            }
            case NO_NEED -> new Span();
            case RECONCILED -> told("jobs.reconciled", "jobs.money");
            case UNKNOWN -> told("jobs.unknown", "jobs.unknown.why");
        };
    }

    private Span told(String key, String why) {
        var told = new Span(getTranslation(key));
        told.addClassNames("xs", "two");
        told.getElement().setAttribute("title", getTranslation(why));
        return told;
    }

    private void runAgain(JobRow row) {
        if (jobs.runAgain(row.id())) {
            Toast.done(getTranslation("jobs.again.done"));
        } else {
            Toast.failure(getTranslation("jobs.again.gone"));
        }
        refresh();
    }

    private void recurringColumns() {
        recurring.setAllRowsVisible(true);
        recurring.setSelectionMode(Grid.SelectionMode.NONE);
        recurring.getElement().setAttribute("aria-label", getTranslation("jobs.recurring"));
        recurring
                .addColumn(row -> name(row.name()))
                .setHeader(getTranslation("jobs.col.job"))
                .setWidth("210px")
                .setFlexGrow(2);
        recurring
                .addColumn(row -> row.every().toSeconds() < 60
                        ? getTranslation("jobs.seconds", row.every().toSeconds())
                        : formats.length(row.every()))
                .setHeader(getTranslation("jobs.col.every"))
                .setWidth("110px")
                .setFlexGrow(0);
        recurring
                .addColumn(row -> when(row.last()))
                .setHeader(getTranslation("jobs.col.last"))
                .setWidth("120px")
                .setFlexGrow(0);
        recurring
                .addColumn(row -> when(row.next()))
                .setHeader(getTranslation("jobs.col.next"))
                .setWidth("120px")
                .setFlexGrow(0);
        recurring
                .addComponentColumn(row -> row.failing() == 0
                        ? new Badge(Badge.Tone.OK, null, getTranslation("jobs.fine"))
                        : new Badge(Badge.Tone.WARN, null, getTranslation("jobs.failing-sellers", row.failing())))
                .setHeader(getTranslation("jobs.col.state"))
                .setWidth("190px")
                .setFlexGrow(0);
        recurring
                .addColumn(LitRenderer.<RecurringRow>of("""
                        <div class="cut two" title="${item.error}">${item.error}</div>""")
                        .withProperty("error", row -> row.error() == null ? "" : row.error()))
                .setHeader(getTranslation("jobs.col.error"))
                .setWidth("160px")
                .setFlexGrow(3);
    }

    private String when(@Nullable Instant at) {
        return at == null ? "–" : formats.when(at);
    }

    private String name(String type) {
        var key = "job." + type;
        return Texts.has(key) ? getTranslation(key) : type;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.jobs") + " · Packhaus";
    }
}
