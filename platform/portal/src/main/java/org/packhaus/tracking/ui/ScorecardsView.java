package org.packhaus.tracking.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Function;
import org.packhaus.security.CurrentUser;
import org.packhaus.shell.Formats;
import org.packhaus.shell.MainLayout;
import org.packhaus.tracking.ScoreRow;
import org.packhaus.tracking.Scorecards;

/** How carriers did in the last weeks: by product, by region, by week. */
@Route(value = "scorecards", layout = MainLayout.class)
@PermitAll
class ScorecardsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<String> CUTS = List.of("product", "region", "week");
    private static final int WEEKS = 12;

    private final Scorecards scorecards;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private final Nav cuts = new Nav();
    private final Grid<ScoreRow> grid = new Grid<>();

    ScorecardsView(Scorecards scorecards, CurrentUser user) {
        this.scorecards = scorecards;
        this.user = user;
        addClassNames("tracking", "scorecards");
        var sub = new Paragraph(getTranslation("scorecards.sub", WEEKS));
        sub.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.scorecards")), sub);
        names.addClassName("grow");
        var head = new Header(names);
        head.addClassName("head");
        cuts.addClassName("tabs");
        cuts.setAriaLabel(getTranslation("scorecards.cuts"));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.scorecards"));
        grid.setEmptyStateText(getTranslation("scorecards.none"));
        var scroll = new Div(grid);
        scroll.addClassName("scroll");
        add(head, cuts, scroll);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("by")
                .orElse("product");
        var cut = CUTS.contains(asked) ? asked : "product";
        cuts.removeAll();
        CUTS.forEach(one -> {
            var link = new Anchor("scorecards?by=" + one, getTranslation("scorecards.by." + one));
            if (one.equals(cut)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            cuts.add(link);
        });
        columns(cut);
        grid.setItems(user.inScope(() -> scorecards.rows(WEEKS, cut.equals("region"), cut.equals("week"))));
    }

    private void columns(String cut) {
        grid.removeAllColumns();
        if (cut.equals("week")) {
            text("week", row -> getTranslation("scorecards.week", row.week() % 100, row.week() / 100 + ""));
        }
        text("carrier", ScoreRow::carrierCode);
        text("product", ScoreRow::product);
        if (cut.equals("region")) {
            text("region", row -> row.region().isEmpty() ? "–" : row.region());
        }
        number("parcels", row -> formats.number(row.parcels()));
        grid.addComponentColumn(this::onTime)
                .setHeader(getTranslation("scorecards.col.on-time"))
                .setWidth("110px")
                .setFlexGrow(1);
        number(
                "median",
                row -> row.median().isEmpty()
                        ? "–"
                        : formats.number(row.median().getAsInt()));
        number(
                "p90",
                row -> row.p90().isEmpty() ? "–" : formats.number(row.p90().getAsInt()));
        number("attempts", row -> row.tried() == 0 ? "–" : decimal((double) row.attempts() / row.tried()));
        number("exceptions", row -> formats.number(row.exceptions()));
        number("lost", row -> formats.number(row.lost()));
        number(
                "cost",
                row -> row.cost() == null
                        ? "–"
                        : formats.money(
                                row.cost().amount(), row.cost().currency().getCurrencyCode()));
    }

    private void text(String column, Function<ScoreRow, String> value) {
        grid.addColumn(value::apply)
                .setHeader(getTranslation("scorecards.col." + column))
                .setAutoWidth(true)
                .setFlexGrow(1);
    }

    private void number(String column, Function<ScoreRow, String> value) {
        grid.addColumn(value::apply)
                .setHeader(getTranslation("scorecards.col." + column))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    private Div onTime(ScoreRow row) {
        if (row.share().isEmpty()) {
            return new Div(new Span("–"));
        }
        var percent = NumberFormat.getPercentInstance(formats.locale());
        percent.setMaximumFractionDigits(1);
        double share = row.share().getAsDouble();
        var bar = new Div();
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        bar.getStyle().set("--share", Math.round(share * 100) + "%");
        var cell = new Div(new Span(percent.format(share)), bar);
        cell.addClassName("share");
        return cell;
    }

    private String decimal(double number) {
        var format = NumberFormat.getNumberInstance(formats.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(number);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.scorecards") + " · Packhaus";
    }
}
