package org.packhaus.rule.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.rule.WhatIf;
import org.packhaus.rule.WhatIf.Totals;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** What a draft would have done with past orders: cost, transit time, and which orders would go otherwise. */
class WhatIfDialog extends Dialog {
    private final RuleWords words;
    private final Paragraph doing = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final @Nullable ActionButton save;

    /** Shows at first that it is being worked on. @param save null if there is nothing to be saved */
    WhatIfDialog(RuleWords words, @Nullable Runnable save) {
        this.words = words;
        setHeaderTitle(getTranslation("what-if.title"));
        setWidth("920px");
        doing.setText(getTranslation("what-if.doing.weighing", words.formats().number(0)));
        doing.getElement().setAttribute("role", "status");
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("what-if.title"));
        var waits = new Div(doing, bar);
        waits.addClassName("rows");
        add(waits);
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()).quiet());
        this.save = save == null
                ? null
                : new ActionButton(Icon.TICK, getTranslation("rules.save"), click -> {
                            close();
                            save.run();
                        })
                        .fill();
    }

    void progress(WhatIf.Progress now) {
        switch (now.phase()) {
            case ASKING -> {
                doing.setText(getTranslation("what-if.doing.asking", now.done(), now.of()));
                bar.setIndeterminate(false);
                bar.setValue((double) now.done() / Math.max(1, now.of()));
            }
            case WEIGHING -> {
                doing.setText(
                        getTranslation("what-if.doing.weighing", words.formats().number(now.done())));
                bar.setIndeterminate(true);
            }
        }
    }

    void failed() {
        doing.setText(getTranslation("what-if.failed"));
        doing.addClassName("problem-text");
        bar.setVisible(false);
    }

    void show(WhatIf result) {
        removeAll();
        var looked = new Paragraph(getTranslation(
                "what-if.looked",
                result.orders(),
                number(result.took().toMillis() / 1000.0),
                result.leftOut(),
                result.changed()));
        var all = new Div(looked);
        if (!result.live().equals(WhatIf.Live.NONE)) {
            all.add(new Paragraph(live(result.live())));
        }
        all.add(totals(result));
        if (!result.lines().isEmpty()) {
            all.add(new H2(getTranslation("what-if.chart")), legend(), new WhatIfChart(words).of(result.lines()));
        }
        all.add(lines(result));
        all.addClassName("rows");
        if (!result.changes().isEmpty()) {
            all.add(new H2(getTranslation("what-if.changes")), changes(result));
        }
        add(all);
        if (save != null) {
            getFooter().add(save);
        }
    }

    private Div legend() {
        var legend = new Div();
        legend.addClassName("row");
        for (String side : List.of("now", "then")) {
            var swatch = new Span();
            swatch.addClassNames("sw", "sw-" + side);
            var entry = new Span(swatch, new Span(getTranslation("what-if." + side)));
            entry.addClassName("lg");
            legend.add(entry);
        }
        return legend;
    }

    private String live(WhatIf.Live live) {
        String said = getTranslation("what-if.live", live.asked(), live.priced());
        return live.leftOut() == 0 ? said : said + " " + getTranslation("what-if.live.left-out", live.leftOut());
    }

    private Div totals(WhatIf result) {
        Totals now = result.now();
        Totals then = result.then();
        List<List<String>> rows = new ArrayList<>();
        rows.add(head("what-if.col.figure"));
        rows.add(List.of(
                getTranslation("what-if.cost"),
                words.euros(now.cost()),
                words.euros(then.cost()),
                now.priced() == then.priced() && now.priced() == result.comparable()
                        ? words.euros(result.difference())
                        : getTranslation("what-if.comparable", words.euros(result.difference()), result.comparable())));
        rows.add(figure("what-if.each", each(now), each(then)));
        rows.add(figure("what-if.days", now.averageDays(), then.averageDays()));
        rows.add(count("what-if.unpriced", result.orders() - now.priced(), result.orders() - then.priced()));
        rows.add(count("what-if.stopped", now.stopped(), then.stopped()));
        return Cards.table(getTranslation("what-if.title"), rows);
    }

    private static double each(Totals side) {
        return side.priced() == 0 ? 0 : side.cost().doubleValue() / side.priced();
    }

    private List<String> head(String first) {
        return List.of(
                getTranslation(first),
                getTranslation("what-if.now"),
                getTranslation("what-if.then"),
                getTranslation("what-if.difference"));
    }

    private List<String> figure(String key, double now, double then) {
        return List.of(getTranslation(key), number(now), number(then), signed(then - now));
    }

    private List<String> count(String key, int now, int then) {
        return List.of(
                getTranslation(key),
                words.formats().number(now),
                words.formats().number(then),
                words.formats().number(then - now));
    }

    private Div lines(WhatIf result) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head("what-if.col.product"));
        for (WhatIf.Line line : result.lines()) {
            rows.add(List.of(
                    words.name(line.offer()),
                    parcels(line.now(), line.costNow()),
                    parcels(line.then(), line.costThen()),
                    words.formats().number(line.then() - line.now())));
        }
        return Cards.table(getTranslation("what-if.col.product"), rows);
    }

    private String parcels(int parcels, BigDecimal cost) {
        return words.formats().number(parcels) + " · " + words.euros(cost);
    }

    private Grid<WhatIf.Change> changes(WhatIf result) {
        var grid = new Grid<WhatIf.Change>();
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("what-if.changes"));
        grid.setHeight("260px");
        grid.addComponentColumn(change -> {
                    var order = new Anchor("orders/" + change.order(), change.orderNumber());
                    order.addClassName("hit");
                    return order;
                })
                .setHeader(getTranslation("what-if.col.order"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(change -> words.side(change.now())).setHeader(getTranslation("what-if.now"));
        grid.addColumn(change -> words.side(change.then())).setHeader(getTranslation("what-if.then"));
        grid.addColumn(change -> {
                    var pick = change.then().pick();
                    return pick == null ? "" : words.why(pick.reason());
                })
                .setHeader(getTranslation("what-if.col.why"));
        grid.setItems(result.changes());
        return grid;
    }

    private String number(double value) {
        var format = NumberFormat.getNumberInstance(words.formats().locale());
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    private String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }
}
