package org.packhaus.desk.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Locale;
import org.packhaus.casework.CaseRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;

/** What the buyer wrote about the order, and the way to write first. */
class CasesCard extends Composite<Section> {
    private final List<CaseRow> cases;
    private final Formats formats;
    private final boolean reachable;
    private final Runnable write;

    /** @param reachable whether the seller has a mailbox or a help desk */
    CasesCard(List<CaseRow> cases, Formats formats, boolean reachable, Runnable write) {
        this.cases = cases;
        this.formats = formats;
        this.reachable = reachable;
        this.write = write;
    }

    @Override
    protected Section initContent() {
        var card = Parts.card(getTranslation("order.cases"));
        var rows = Parts.div("in rows");
        if (cases.isEmpty()) {
            rows.add(Parts.div("xs two", Parts.span("", getTranslation("order.cases.none"))));
        }
        for (var one : cases) {
            var link = new Anchor(
                    "cases/" + one.id(), one.subject().isBlank() ? getTranslation("case.no-subject") : one.subject());
            var state = new Badge(
                    Badge.Tone.IDLE,
                    null,
                    getTranslation("case.state." + one.state().name().toLowerCase(Locale.ROOT)));
            rows.add(Parts.div(
                    "row", Parts.div("grow", link), state, Parts.span("xs two", formats.when(one.movedAt()))));
        }
        rows.add(
                reachable
                        ? new ActionButton(Icon.EDIT, getTranslation("order.write"), click -> write.run()).small()
                        : Parts.div("xs two", Parts.span("", getTranslation("order.write.no-channel"))));
        card.add(rows);
        return card;
    }
}
