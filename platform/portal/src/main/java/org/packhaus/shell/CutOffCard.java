package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When the carrier comes next, and how much of it is ready. */
class CutOffCard extends Div {

    private final @Nullable NextCutOff source;

    CutOffCard(@Nullable NextCutOff source) {
        this.source = source;
        addClassName("cutoff");
        setVisible(false);
    }

    void refresh(Formats formats) {
        var next = source == null ? null : source.next().orElse(null);
        setVisible(next != null);
        if (next == null) {
            return;
        }
        removeAll();
        var caption = new Span(getTranslation("cutoff.next"));
        caption.addClassName("two");
        var time = new Element("b");
        time.setText(formats.when(next.at()));
        var head = new Div(caption);
        head.addClassName("row");
        head.getElement().appendChild(time);

        var filled = new Span();
        filled.getStyle().setWidth((next.total() == 0 ? 100 : 100 * next.done() / next.total()) + "%");
        var bar = new Div(filled);
        bar.addClassName("bar");
        bar.getElement().setAttribute("role", "img");
        bar.getElement().setAttribute("aria-label", getTranslation("cutoff.done", next.done(), next.total()));

        var left = new Div(getTranslation(
                "cutoff.left",
                formats.length(Duration.between(formats.now(), next.at())),
                next.total() - next.done(),
                next.total()));
        left.addClassNames("xs", "two");
        add(head, bar, left);
    }
}
