package org.packhaus.connect.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.packhaus.connect.Trial;
import org.packhaus.connect.TrialLine;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Icon;

/** One simulated order shipped, where that costs nothing; else everything that can be asked without cost. Says what was not tried. */
class TrialStep extends Step {
    private final Function<Consumer<TrialLine>, Trial> run;
    private final UnorderedList lines = new UnorderedList();
    private final Div said = new Div();
    private final ActionButton start;

    TrialStep(boolean ships, Function<Consumer<TrialLine>, Trial> run) {
        super("trial");
        this.run = run;
        lines.addClassNames("trial");
        lines.setVisible(false);
        said.getElement().setAttribute("aria-live", "polite");
        start = new ActionButton(Icon.SENT, getTranslation("setup.trial.start"), click -> start());
        add(
                Parts.note(
                        ships ? "ok" : "info",
                        Icon.INFO,
                        new Span(getTranslation(ships ? "setup.trial.ships" : "setup.trial.dry"))),
                Parts.div("", start),
                lines,
                said);
    }

    private void start() {
        start.setEnabled(false);
        lines.removeAll();
        lines.setVisible(true);
        said.removeAll();
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("setup.trial.running"));
        said.add(bar);
        UI ui = UI.getCurrent();
        Errand.run(this, () -> run.apply(line -> tell(ui, line)), this::done);
    }

    private void tell(UI ui, TrialLine line) {
        try {
            ui.access(() -> lines.add(line(line)));
        } catch (UIDetachedException gone) {
            // The run goes on; it is in the audit log.
            lines.setVisible(true);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ListItem line(TrialLine line) {
        var badge = switch (line.result()) {
            case FINE -> new Badge(Badge.Tone.OK, Icon.TICK, result(line));
            case FAILED -> new Badge(Badge.Tone.LATE, Icon.ALERT, result(line));
            case NOT_TRIED -> new Badge(Badge.Tone.LINE, null, result(line));
        };
        var text = Parts.div("two", new Span(line.text()));
        text.getElement().setAttribute("lang", "en");
        return new ListItem(
                badge,
                Parts.div("grow", Parts.strong(getTranslation("setup.trial.check." + word(line.check()))), text));
    }

    private String result(TrialLine line) {
        return getTranslation("setup.trial.result." + word(line.result()));
    }

    private void done(Trial trial) {
        start.setEnabled(true);
        start.setWords(getTranslation("setup.trial.again"));
        said.removeAll();
        if (!trial.isFine()) {
            said.add(Parts.said("late", Icon.ALERT, getTranslation("setup.trial.failed")));
        } else if (trial.dry()) {
            said.add(Parts.said("info", Icon.INFO, getTranslation("setup.trial.dry-fine")));
        } else {
            said.add(Parts.said("ok", Icon.TICK, getTranslation("setup.trial.fine")));
        }
        trial.order().ifPresent(order -> {
            var papers = new Anchor("documents/interleaved?order=" + order, getTranslation("setup.trial.papers"));
            papers.setTarget(AnchorTarget.BLANK);
            papers.addClassNames("btn", "small");
            papers.getElement().setAttribute("router-ignore", true);
            var open = new Anchor("orders/" + order, getTranslation("batch.open"));
            open.addClassNames("btn", "small");
            said.add(Parts.div("row", papers, open));
        });
    }

    @Override
    void keep(Runnable then) {
        then.run();
    }
}
