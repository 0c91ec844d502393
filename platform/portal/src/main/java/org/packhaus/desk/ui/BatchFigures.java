package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import java.time.Instant;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.RowState;
import org.packhaus.shell.Formats;

/** How many are through, in one figure and by state, and how long it still takes. */
class BatchFigures extends Div {

    private String kind = "";

    BatchFigures() {
        addClassName("figs");
    }

    void show(BatchProgress batch) {
        removeAll();
        var figure = new Element("b");
        figure.setAttribute("class", "fig");
        figure.setText(String.valueOf(batch.settled()));
        var of = new Span(" " + getTranslation("batch.tried", batch.total()));
        of.addClassName("two");
        var tried = new Div();
        // Polite and seldom: a screen reader is told when something came to rest, not at every row.
        if (batch.isFinished()) {
            tried.getElement().setAttribute("aria-live", "polite");
        }
        tried.getElement().appendChild(figure, of.getElement());

        var states = new Element("dl");
        kind = batch.kind();
        state(states, RowState.DONE, batch.done(), true);
        state(states, RowState.FAILED, batch.failed(), batch.failed() > 0);
        state(states, RowState.PENDING, batch.pending(), batch.pending() > 0);
        state(states, RowState.RUNNING, batch.running(), batch.running() > 0);
        state(states, RowState.WAITING, batch.waiting(), batch.waiting() > 0);
        state(states, RowState.CANCELLED, batch.cancelled(), batch.cancelled() > 0);
        add(tried);
        getElement().appendChild(states);
        add(left(batch));
        int each = Wall.each(batch);
        if (each > 1) {
            var scale = new Span(getTranslation("batch.brick", each));
            scale.addClassNames("xs", "two");
            add(scale);
        }
    }

    private void state(Element list, RowState state, int count, boolean visible) {
        if (!visible) {
            return;
        }
        var swatch = new Element("i");
        swatch.setAttribute("class", "sw " + BatchWords.brick(state));
        var term = new Element("dt");
        term.appendChild(swatch, Element.createText(new BatchWords(Formats.current()).state(state, kind)));
        var number = new Element("dd");
        number.setText(String.valueOf(count));
        if (state == RowState.FAILED) {
            number.setAttribute("class", "late");
        }
        var pair = new Element("div");
        pair.appendChild(term, number);
        list.appendChild(pair);
    }

    /** From the pace so far; silent until there is one. */
    private Div left(BatchProgress batch) {
        var eta = new Div();
        eta.addClassName("eta");
        int open = batch.waiting() + batch.running();
        if (batch.isFinished() || open == 0) {
            eta.setText(getTranslation("batch.done"));
        } else if (batch.settled() > 2) {
            var passed = Duration.between(batch.startedAt(), Instant.now());
            var left = passed.multipliedBy(open).dividedBy(batch.settled());
            eta.setText(
                    left.toMinutes() < 1
                            ? getTranslation("batch.left.seconds", Math.max(1, left.toSeconds()))
                            : getTranslation("batch.left", Formats.current().length(left)));
        }
        return eta;
    }
}
