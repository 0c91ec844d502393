package org.packhaus.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.administration.Retention;
import org.packhaus.administration.SystemService;
import org.packhaus.administration.SystemState;
import org.packhaus.database.DatabaseState;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Card;
import org.packhaus.shell.Facts;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Toast;

/** Is everything well: database, disk, jobs, backup, the vault's key; and how long buyers are kept. */
@Route(value = "system", layout = MainLayout.class)
@PermitAll
class SystemView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Duration LATE_BACKUP = Duration.ofDays(2);
    private static final Duration LATE_JOBS = Duration.ofMinutes(5);
    private static final long SCARCE = 2L << 30;

    private final SystemService system;
    private final CurrentUser user;
    private final Map<SellerId, String> sellers;
    private final Formats formats = Formats.current();
    private final Div cards = new Div();

    SystemView(SystemService system, SellerService sellers, CurrentUser user) {
        this.system = system;
        this.user = user;
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, SellerRow::name));
        addClassName("system");
        var below = new Paragraph(getTranslation("system.sub"));
        below.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.system")), below);
        names.addClassName("grow");
        var head = new Header(names, new ActionButton(Icon.AGAIN, getTranslation("jobs.refresh"), click -> refresh()));
        head.addClassName("head");
        cards.addClassName("cards");
        add(head, cards);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!user.may(Permission.ADMINISTER)) {
            throw new NotFoundException();
        }
        refresh();
    }

    private void refresh() {
        var state = system.state();
        cards.removeAll();
        cards.add(database(state.database().orElse(null)), portal(state), jobs(state), backup(state), retention());
    }

    private Section card(String key, @Nullable Badge badge, Component... inside) {
        var in = new Div(inside);
        in.addClassNames("in", "rows");
        Component[] right = badge == null ? new Component[0] : new Component[] {badge};
        var card = Card.head(new Section(), getTranslation(key), right);
        card.add(in);
        return card;
    }

    private Badge well(boolean well, String key) {
        return new Badge(well ? Badge.Tone.OK : Badge.Tone.WARN, null, getTranslation(well ? "system.well" : key));
    }

    private Section database(@Nullable DatabaseState database) {
        if (database == null) {
            return card(
                    "system.database",
                    new Badge(Badge.Tone.LATE, null, getTranslation("system.database.silent")),
                    new Span(getTranslation("system.database.silent.next")));
        }
        return card(
                "system.database",
                well(true, ""),
                new Facts()
                        .fact(
                                getTranslation("system.database.kind"),
                                getTranslation(
                                        database.embedded() ? "system.database.embedded" : "system.database.external"))
                        .fact(getTranslation("system.version"), database.version())
                        .fact(getTranslation("system.database.size"), size(database.bytes()))
                        .fact(getTranslation("system.database.answer"), database.answerMillis() + " ms"));
    }

    private Section portal(SystemState state) {
        return card(
                "system.portal",
                state.free() < 0 ? null : well(state.free() > SCARCE, "system.disk.scarce"),
                new Facts()
                        .fact(
                                getTranslation("system.version"),
                                state.version().isEmpty() ? getTranslation("system.development") : state.version())
                        .fact("Java", state.java())
                        .fact(
                                getTranslation("system.uptime"),
                                formats.length(Duration.between(state.startedAt(), formats.now())))
                        .fact(getTranslation("system.data"), state.data().toString())
                        .fact(
                                getTranslation("system.disk"),
                                state.free() < 0
                                        ? "–"
                                        : getTranslation("system.disk.free", size(state.free()), size(state.total()))));
    }

    private Section jobs(SystemState state) {
        var jobs = state.jobs();
        return card(
                "nav.jobs",
                well(jobs.lag().compareTo(LATE_JOBS) < 0, "system.jobs.late"),
                new Facts()
                        .fact(getTranslation("system.jobs.all"), formats.number(jobs.all()))
                        .fact(getTranslation("jobs.running"), formats.number(jobs.running()))
                        .fact(getTranslation("system.jobs.failing"), formats.number(jobs.failing() + jobs.givenUp()))
                        .fact(getTranslation("system.jobs.lag"), jobs.due() == 0 ? "–" : formats.length(jobs.lag())));
    }

    private Section backup(SystemState state) {
        var last = state.lastBackup();
        boolean fresh = last != null && last.isAfter(formats.now().minus(LATE_BACKUP));
        var help = new Paragraph(getTranslation("system.backup.how"));
        help.addClassName("help");
        return card(
                "system.backup",
                well(fresh, last == null ? "system.backup.none" : "system.backup.late"),
                new Facts()
                        .fact(getTranslation("system.backup.last"), when(last))
                        .fact(
                                getTranslation("system.key"),
                                state.masterKey()
                                        .map(file -> getTranslation("system.key.file", file.toString()))
                                        .orElseGet(() -> getTranslation("system.key.environment"))),
                help);
    }

    private String when(@Nullable Instant last) {
        return last == null ? getTranslation("system.backup.unknown") : formats.date(last);
    }

    private Section retention() {
        var help = new Paragraph(getTranslation("system.retention.means"));
        help.addClassName("help");
        var rows = new Div();
        rows.addClassName("rows");
        system.retentions().forEach(one -> rows.add(line(one)));
        return card("system.retention", null, help, rows);
    }

    private Div line(Retention one) {
        var name = new Span(sellers.getOrDefault(one.seller(), "") + " · " + one.name());
        name.addClassNames("grow", "cut");
        var days = new IntegerField();
        days.setAriaLabel(getTranslation("system.retention.days.of", name.getText()));
        days.setMin(1);
        days.setMax(SystemService.MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setValue(one.days());
        days.setSuffixComponent(new Span(getTranslation("system.retention.days")));
        days.addValueChangeListener(change -> {
            var wanted = change.getValue();
            if (!change.isFromClient() || wanted == null || wanted < 1 || wanted > SystemService.MOST_DAYS) {
                return;
            }
            system.keepBuyersFor(new Retention(one.seller(), one.connection(), one.name(), wanted));
            Toast.done(getTranslation("system.retention.saved", name.getText(), wanted));
        });
        var line = new Div(name, days);
        line.addClassName("retention");
        return line;
    }

    private String size(long bytes) {
        long mega = bytes >> 20;
        return mega < 10_240 ? formats.number(mega) + " MB" : formats.number(mega >> 10) + " GB";
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.system") + " · Packhaus";
    }
}
