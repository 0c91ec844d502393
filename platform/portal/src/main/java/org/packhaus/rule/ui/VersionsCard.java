package org.packhaus.rule.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.IntConsumer;
import org.packhaus.rule.RuleSet;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;

/** Every save, the newest first; an older one comes back as a new version. */
class VersionsCard extends Section {

    VersionsCard(List<RuleSet> versions, Formats formats, boolean mayEdit, IntConsumer restore) {
        var list = new Div();
        list.addClassName("rows");
        if (versions.isEmpty()) {
            list.add(new Span(getTranslation("versions.none")));
        }
        for (int i = 0; i < versions.size() && i < 10; i++) {
            var version = versions.get(i);
            var says = new Div(new Span(getTranslation(
                    "versions.line",
                    version.number(),
                    formats.when(version.savedAt()),
                    version.savedBy(),
                    version.rules().size())));
            says.addClassNames("grow", "xs");
            var line = new Div(says);
            line.addClassName("fx");
            if (i > 0 && mayEdit) {
                int number = version.number();
                line.add(new ActionButton(
                                Icon.AGAIN, getTranslation("versions.restore"), click -> restore.accept(number))
                        .small());
            }
            list.add(line);
        }
        Cards.fill(this, getTranslation("versions.title"), list);
    }
}
