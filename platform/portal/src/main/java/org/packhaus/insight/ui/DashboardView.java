package org.packhaus.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.insight.Insight;
import org.packhaus.insight.Insight.OfSeller;
import org.packhaus.insight.InsightService;
import org.packhaus.insight.Period;
import org.packhaus.insight.Spend;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.SellerTile;

/** What must leave today, what is in the way, and what shipping costs. */
@Route(value = "dashboard", layout = MainLayout.class)
@PermitAll
class DashboardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Behind these a list of causes says nothing that would be worked on first. */
    private static final int CAUSES = 6;

    private static final List<String> KINDS = List.of("s", "p", "t", "x");
    private static final int FULL = 100;

    private final InsightService insights;
    private final ReturnService returns;
    private final SellerService sellers;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private Period period = Period.TODAY;

    DashboardView(InsightService insights, ReturnService returns, SellerService sellers, CurrentUser user) {
        this.insights = insights;
        this.returns = returns;
        this.sellers = sellers;
        this.user = user;
        addClassName("dashboard");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        period = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("period")
                .flatMap(word -> Arrays.stream(Period.values())
                        .filter(some -> word(some).equals(word))
                        .findFirst())
                .orElse(Period.TODAY);
        show();
    }

    private void show() {
        var insight = user.inScope(() -> insights.read(period, formats.zone()));
        var rows = user.inScope(sellers::list);
        removeAll();
        var cards = new Div(today(insight), hindrances(insight));
        cards.add(rows.size() > 1 ? agency(insight, rows) : carriers(insight));
        cards.add(spend(insight));
        if (rows.size() > 1) {
            cards.add(carriers(insight));
        }
        cards.addClassNames("scroll", "dgrid");
        cards.getElement().setAttribute("tabindex", "0");
        cards.getElement().setAttribute("role", "region");
        cards.getElement().setAttribute("aria-label", getTranslation("nav.dashboard"));
        add(head(insight), tiles(insight), cards);
    }

    private Header head(Insight insight) {
        var title = new H1(
                insight.open() == 0
                        ? getTranslation("dashboard.nothing")
                        : getTranslation("dashboard.leaving", insight.leaving(), insight.open()));
        var sub = new Paragraph(formats.date(formats.now()));
        sub.addClassName("sub");
        var names = new Div(title, sub);
        names.addClassName("grow");
        var again = ActionButton.icon(Icon.AGAIN, getTranslation("dashboard.again"), click -> show())
                .bare();
        var head = new Header(names, again, periods());
        head.addClassName("head");
        return head;
    }

    private Div periods() {
        var choice = new Div();
        choice.addClassName("seg");
        choice.getElement().setAttribute("role", "radiogroup");
        choice.getElement().setAttribute("aria-label", getTranslation("dashboard.period"));
        for (var some : Period.values()) {
            var pick = new NativeButton(
                    getTranslation("dashboard.period." + word(some)),
                    click -> getUI().ifPresent(ui ->
                            ui.navigate(DashboardView.class, QueryParameters.simple(Map.of("period", word(some))))));
            pick.getElement().setAttribute("type", "button");
            pick.getElement().setAttribute("role", "radio");
            pick.getElement().setAttribute("aria-checked", String.valueOf(some == period));
            choice.add(pick);
        }
        return choice;
    }

    private static String word(Period some) {
        return some.name().toLowerCase(Locale.ROOT);
    }

    private Div tiles(Insight insight) {
        long risk = insight.late() + insight.atRisk();
        var late = new Span(getTranslation("dashboard.late-now", insight.late()));
        late.setClassName("late", insight.late() > 0);
        var tiles = new Div(
                Figures.tile(
                        getTranslation("dashboard.risk"),
                        formats.number(risk),
                        risk > 0,
                        late,
                        new Span(" · " + getTranslation("dashboard.may-miss", insight.atRisk()))),
                Figures.tile(
                        getTranslation("dashboard.labels." + word(period)),
                        formats.number(insight.spend().labels()),
                        false,
                        new Span(getTranslation(
                                "dashboard.before", insight.before().labels()))),
                Figures.tile(
                        getTranslation("dashboard.spend." + word(period)),
                        sums(insight.spend()),
                        false,
                        new Span(eachWords(insight))),
                Figures.tile(
                        getTranslation("dashboard.problems"),
                        formats.number(insight.problems()),
                        false,
                        link("orders?tab=problem", getTranslation("dashboard.see-problems"))),
                Figures.tile(
                        getTranslation("dashboard.lacking"),
                        formats.number(insight.outOfStock()),
                        false,
                        new Span(getTranslation("dashboard.lacking.today"))));
        if (user.may(Permission.AFTER_SALES)) {
            tiles.add(returned());
        }
        tiles.addClassName("kpis");
        return tiles;
    }

    /** What came back and waits, and how much of it the channel decides itself if nobody does. */
    private Div returned() {
        int waiting = user.inScope(Permission.AFTER_SALES, returns::toDecide);
        int soon = user.inScope(Permission.AFTER_SALES, returns::dueSoon);
        return Figures.tile(
                getTranslation("dashboard.returns"),
                formats.number(waiting),
                soon > 0,
                soon > 0
                        ? link("returns?show=due-soon", getTranslation("dashboard.returns.soon", soon))
                        : link("returns", getTranslation("dashboard.returns.see")));
    }

    private static Anchor link(String href, String words) {
        var link = new Anchor(href, words);
        link.addClassName("link");
        return link;
    }

    private String eachWords(Insight insight) {
        var spend = insight.spend();
        if (spend.priced() == 0) {
            return getTranslation(spend.labels() == 0 ? "dashboard.no-labels" : "dashboard.no-prices");
        }
        var each = spend.each().map(value -> getTranslation("dashboard.each", money(spend, value)));
        return spend.priced() == spend.labels()
                ? each.orElse("")
                : getTranslation("dashboard.partly-priced", spend.priced(), spend.labels());
    }

    private String money(Spend spend, BigDecimal value) {
        return spend.currency().map(currency -> formats.money(value, currency)).orElse("–");
    }

    private String sums(Spend spend) {
        return spend.sums().isEmpty()
                ? "–"
                : spend.sums().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(sum -> formats.money(sum.getValue(), sum.getKey()))
                        .collect(Collectors.joining(" + "));
    }

    private Section today(Insight insight) {
        List<BrickChart.Column> columns = new ArrayList<>();
        if (insight.overdue() > 0) {
            columns.add(new BrickChart.Column(
                    getTranslation("dashboard.earlier"), null, List.of(0L, 0L, 0L, insight.overdue())));
        }
        insight.hours()
                .forEach(hour -> columns.add(new BrickChart.Column(
                        formats.time(hour.at()),
                        hour.at(),
                        List.of(hour.sent(), hour.ready(), hour.toShip(), hour.atRisk()))));
        var name = getTranslation("dashboard.by-hour");
        if (columns.isEmpty()) {
            return Figures.card(name, List.of(), nothing("dashboard.by-hour.none"));
        }
        var chart = new BrickChart(columns);
        var says = name + ": "
                + columns.stream()
                        .map(column -> column.name() + " " + column.total())
                        .collect(Collectors.joining(", "));
        var unit = new Span(getTranslation("dashboard.brick", chart.worth()));
        unit.addClassNames("xs", "two");
        List<Component> beside = List.of(
                Figures.legend("s", getTranslation("dashboard.kind.sent")),
                Figures.legend("p", getTranslation("dashboard.kind.ready")),
                Figures.legend("t", getTranslation("dashboard.kind.to-ship")),
                Figures.legend("x", getTranslation("dashboard.kind.at-risk")),
                unit);
        var wide = new Div(
                chart.draw(says, KINDS, formats.now(), getTranslation("dashboard.now", formats.time(formats.now()))));
        wide.addClassName("wide");
        return Figures.card(
                name,
                beside,
                wide,
                Figures.behind(
                        getTranslation("dashboard.table"),
                        Figures.table(
                                name,
                                List.of(
                                        getTranslation("dashboard.hour"),
                                        getTranslation("dashboard.kind.sent"),
                                        getTranslation("dashboard.kind.ready"),
                                        getTranslation("dashboard.kind.to-ship"),
                                        getTranslation("dashboard.kind.at-risk")),
                                columns.stream()
                                        .map(column -> {
                                            List<Object> row = new ArrayList<>();
                                            row.add(column.name());
                                            column.counts().forEach(count -> row.add(formats.number(count)));
                                            return row;
                                        })
                                        .toList())));
    }

    private Paragraph nothing(String key) {
        var nothing = new Paragraph(getTranslation(key));
        nothing.addClassName("two");
        return nothing;
    }

    private Section hindrances(Insight insight) {
        var name = getTranslation("dashboard.causes");
        if (insight.hindrances().isEmpty()) {
            return Figures.card(name, List.of(), nothing("dashboard.causes.none"));
        }
        long most = insight.hindrances().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        var list = new UnorderedList();
        list.addClassName("causes");
        insight.hindrances().entrySet().stream().limit(CAUSES).forEach(cause -> {
            var words = new Span(cause(cause.getKey()));
            words.addClassNames("grow");
            var count = new Span(formats.number(cause.getValue()));
            count.addClassName("late");
            var line = new Anchor("orders?tab=problem");
            line.add(words, count);
            line.addClassName("row");
            var bar = new Span();
            bar.addClassName("x");
            bar.getStyle().setWidth(FULL * cause.getValue() / most + "%");
            var track = new Div(bar);
            track.addClassName("hb");
            track.getElement().setAttribute("aria-hidden", "true");
            list.add(new ListItem(line, track));
        });
        int more = insight.hindrances().size() - CAUSES;
        var rest = new Div(more > 0 ? getTranslation("dashboard.causes.more", more) : "");
        rest.addClassNames("xs", "two");
        return Figures.card(name, List.of(), list, rest);
    }

    private String cause(String code) {
        return Problems.name(getLocale(), code);
    }

    private Section agency(Insight insight, List<SellerRow> rows) {
        var name = getTranslation("dashboard.sellers");
        record Line(SellerRow seller, OfSeller of) {}
        var shown = rows.stream()
                .map(row -> new Line(row, insight.sellers().getOrDefault(row.id(), OfSeller.NONE)))
                .sorted(Comparator.comparingLong((Line line) -> line.of().late())
                        .thenComparingLong(line -> line.of().leaving())
                        .reversed())
                .map(line -> seller(line.seller(), line.of()))
                .toList();
        var table = Figures.table(
                name,
                List.of(
                        getTranslation("dashboard.seller"),
                        getTranslation("dashboard.due-today"),
                        getTranslation("dashboard.late"),
                        getTranslation("dashboard.problems"),
                        getTranslation("dashboard.lacking"),
                        getTranslation("dashboard.labels"),
                        getTranslation("dashboard.spend")),
                shown);
        return wideTable(Figures.card(name, List.of(sinceWords()), table));
    }

    private List<Object> seller(SellerRow row, OfSeller of) {
        var name = new Span(row.name());
        name.addClassName("cut");
        var seller = new Anchor("orders?seller=" + row.id().value());
        seller.add(new SellerTile(row.mark(), row.name()).small(), name);
        seller.addClassName("row");
        var late = new Span(formats.number(of.late()));
        late.setClassName("late", of.late() > 0);
        return List.of(
                seller,
                formats.number(of.leaving()),
                late,
                formats.number(of.problems()),
                formats.number(of.outOfStock()),
                formats.number(of.spend().labels()),
                sums(of.spend()));
    }

    private Span sinceWords() {
        var since = new Span(getTranslation("dashboard.of-period." + word(period)));
        since.addClassNames("xs", "two");
        return since;
    }

    private static Section wideTable(Section card) {
        card.addClassName("tabled");
        return card;
    }

    private Section carriers(Insight insight) {
        var name = getTranslation("dashboard.carriers");
        if (insight.carriers().isEmpty()) {
            return Figures.card(name, List.of(sinceWords()), nothing("dashboard.no-labels"));
        }
        long all = insight.spend().labels();
        var rows = insight.carriers().entrySet().stream()
                .map(carrier -> List.<Object>of(
                        carrier.getKey().isEmpty() ? getTranslation("dashboard.carrier.unknown") : carrier.getKey(),
                        formats.number(carrier.getValue().labels()),
                        getTranslation(
                                "dashboard.percent", 1.0 * carrier.getValue().labels() / all),
                        sums(carrier.getValue()),
                        carrier.getValue()
                                .each()
                                .map(each -> money(carrier.getValue(), each))
                                .orElse("–")))
                .toList();
        return wideTable(Figures.card(
                name,
                List.of(sinceWords()),
                Figures.table(
                        name,
                        List.of(
                                getTranslation("dashboard.carrier"),
                                getTranslation("dashboard.labels"),
                                getTranslation("dashboard.share"),
                                getTranslation("dashboard.spend"),
                                getTranslation("dashboard.a-label")),
                        rows)));
    }

    private Section spend(Insight insight) {
        var name = getTranslation("dashboard.cost");
        var labels = insight.days().values().stream().map(Spend::labels).toList();
        var each = insight.days().values().stream().map(Spend::each).toList();
        var days = new Span(getTranslation("dashboard.days", insight.days().size()));
        days.addClassNames("xs", "two");
        var from = new Span(formats.day(insight.days().firstKey()));
        from.addClassName("grow");
        var axis = new Div(from, new Span(getTranslation("dashboard.today")));
        axis.addClassNames("row", "xs", "two");
        return Figures.card(
                name,
                List.of(days),
                mini(
                        getTranslation("dashboard.labels-a-day"),
                        formats.number(labels.getLast()),
                        DayChart.bars(
                                getTranslation("dashboard.labels-a-day") + ": "
                                        + getTranslation(
                                                "dashboard.today-and-most",
                                                labels.getLast(),
                                                labels.stream()
                                                        .mapToLong(Long::longValue)
                                                        .max()
                                                        .orElse(0)),
                                labels)),
                mini(
                        getTranslation("dashboard.a-label"),
                        insight.spend()
                                .each()
                                .map(value -> money(insight.spend(), value))
                                .orElse("–"),
                        DayChart.line(getTranslation("dashboard.a-label"), each)),
                axis,
                Figures.behind(
                        getTranslation("dashboard.table"),
                        Figures.table(
                                name,
                                List.of(
                                        getTranslation("dashboard.day"),
                                        getTranslation("dashboard.labels"),
                                        getTranslation("dashboard.spend")),
                                insight.days().entrySet().stream()
                                        .map(some -> List.<Object>of(
                                                formats.day(some.getKey()),
                                                formats.number(some.getValue().labels()),
                                                sums(some.getValue())))
                                        .toList())));
    }

    private static Div mini(String name, String figure, Component chart) {
        var caption = new Span(name);
        caption.addClassNames("two", "grow");
        var value = new Span(figure);
        value.addClassName("value");
        var head = new Div(caption, value);
        head.addClassName("row");
        var mini = new Div(head, chart);
        mini.addClassName("mini");
        return mini;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.dashboard") + " · Packhaus";
    }
}
