package org.packhaus.dayend.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.function.Function;
import org.packhaus.dayend.CloseState;
import org.packhaus.dayend.ClosingRow;
import org.packhaus.dayend.DayEndRow;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Icon;
import org.packhaus.shell.SellerTile;

/** A carrier's day: what is open, how it stands, what to do, and the last paper. */
class DayCard extends Section {
    private final DayWords words;
    private final Function<ClosingRow, Component> papers;

    /**
     * Draws it.
     *
     * @param seller whose carrier it is
     * @param mayShip whether this person may close the day
     * @param papers draws a paper of a closing
     */
    DayCard(
            DayEndRow day,
            SellerRow seller,
            DayWords words,
            boolean mayShip,
            Runnable close,
            Runnable plan,
            Function<ClosingRow, Component> papers) {
        this.words = words;
        this.papers = papers;
        var name = new H2(day.carrier());
        name.addClassName("cut");
        var whose = new Span(seller.name());
        whose.addClassNames("two", "xs", "cut", "grow");
        var state = words.state(day);
        add(
                new Header(
                        new SellerTile(seller.mark(), seller.name()).small(),
                        name,
                        whose,
                        new Badge(state.tone(), null, state.words())),
                inside(day, mayShip, plan));
        addClassName("card");
        getElement().setAttribute("aria-label", day.carrier() + ", " + seller.name());
        var foot = foot(day, mayShip, close);
        if (foot.getChildren().findAny().isPresent()) {
            add(foot);
        }
    }

    private Div inside(DayEndRow day, boolean mayShip, Runnable plan) {
        var figure = new Span(words.formats().number(day.open()));
        figure.addClassName("figure");
        var count = new Div(figure, new Span(getTranslation("day-end.open")));
        count.addClassName("count");
        var duty = new Div(new Span(words.duty(day.duty())));
        duty.addClassNames("two", "xs");
        var inside = new Div(count, duty);
        inside.addClassName("in");
        if (day.overdueSince() != null) {
            inside.add(note(
                    "late", getTranslation("day-end.overdue", words.formats().when(day.overdueSince())), ""));
        }
        var failed = day.unfinished();
        if (failed != null && failed.state() == CloseState.FAILED) {
            inside.add(note("warn", failed.problemText(), words.next(failed)));
        }
        var when = new Span(words.plan(day));
        when.addClassName("grow");
        var line = new Div(Icon.CLOCK.small(), when);
        line.addClassNames("row", "two", "xs", "when");
        if (mayShip) {
            line.add(ActionButton.icon(Icon.EDIT, getTranslation("day-end.plan.of", day.carrier()), click -> plan.run())
                    .bare()
                    .small());
        }
        inside.add(line);
        return inside;
    }

    private Div note(String tone, String text, String next) {
        var says = new Div(new Div(new Span(text)));
        if (!next.isEmpty()) {
            var below = new Div(new Span(next));
            below.addClassNames("two", "xs");
            says.add(below);
        }
        var note = new Div(Icon.ALERT.create(), says);
        note.addClassNames("note", tone);
        return note;
    }

    private Footer foot(DayEndRow day, boolean mayShip, Runnable close) {
        var foot = new Footer();
        if (mayShip && (DayWords.canClose(day) || day.isUnderWay())) {
            var button = new ActionButton(Icon.TRUCK, words.deed(day), click -> close.run());
            button.setEnabled(!day.isUnderWay());
            foot.add(button);
        }
        if (day.isUnderWay()) {
            var spin = new Span();
            spin.addClassName("spin");
            spin.getElement().setAttribute("aria-hidden", "true");
            var says = new Div(spin, new Span(getTranslation("day-end.closing")));
            says.addClassNames("row", "two", "xs");
            says.getElement().setAttribute("role", "status");
            foot.add(says);
        } else if (day.last() != null) {
            foot.add(last(day.last()));
        }
        return foot;
    }

    private Div last(ClosingRow closing) {
        var last = new Div(new Span(words.closed(closing)));
        last.addClassNames("two", "xs", "grow");
        if (!closing.papers().isEmpty()) {
            last.add(new Span(" · "), papers.apply(closing));
        }
        return last;
    }
}
