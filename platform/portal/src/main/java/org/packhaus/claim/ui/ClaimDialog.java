package org.packhaus.claim.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.packhaus.claim.ClaimException;
import org.packhaus.claim.ClaimLine;
import org.packhaus.claim.ClaimRow;
import org.packhaus.claim.ClaimService.Facts;
import org.packhaus.claim.ClaimState;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Conversations.Conversation;
import org.packhaus.shell.Leaving;
import org.packhaus.shell.Problems;

/** One claim: what is known of it, what was done, and what comes next. */
final class ClaimDialog extends Dialog {

    /** What a person does with the claim; either may throw why it cannot be so. */
    interface Deeds {
        void save(Facts facts, String note);

        void move(ClaimState wanted, Facts facts, String note);
    }

    private final ClaimWords words;
    private final ClaimForm form;
    private final Paragraph failure = new Paragraph();

    ClaimDialog(
            ClaimWords words,
            ClaimRow claim,
            List<ClaimLine> history,
            List<Conversation> said,
            boolean may,
            Deeds deeds) {
        this.words = words;
        this.form = new ClaimForm(words);
        Leaving.closes(this);
        setHeaderTitle(words.text("claim.title", claim.trackingNumber()));
        setWidth("560px");
        form.show(claim);
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var head = new Div(words.badge(claim.state()), new Span(words.reason(claim.reason())));
        head.addClassName("row");
        var paper = new Anchor("documents/claims/" + claim.id(), words.text("claim.evidence"), AnchorTarget.BLANK);
        head.add(paper);
        said.forEach(one -> {
            var link = new Anchor(one.address(), one.name());
            link.getElement().setAttribute("aria-label", words.text("claim.case", one.name()));
            head.add(link);
        });
        var rows = new Div(head);
        rows.addClassName("rows");
        if (may) {
            rows.add(form, failure);
        }
        rows.add(history(history));
        add(rows);
        if (may) {
            getFooter()
                    .add(new ActionButton(
                                    null,
                                    words.text("claim.save"),
                                    click -> attempt(() -> {
                                        deeds.save(form.facts(), form.note());
                                    }))
                            .quiet());
            for (ClaimState next : ClaimState.values()) {
                if (claim.state().next().contains(next)) {
                    var button = new ActionButton(
                            null,
                            words.text("claim.do." + next.name().toLowerCase(java.util.Locale.ROOT)),
                            click -> attempt(() -> deeds.move(next, form.facts(), form.note())));
                    getFooter().add(next == ClaimState.DROPPED || next == ClaimState.REFUSED ? button : button.fill());
                }
            }
        } else {
            getFooter().add(new ActionButton(null, words.text("close"), click -> close()).quiet());
        }
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
            close();
        } catch (ClaimException refused) {
            failure.setText(Problems.text(refused));
        }
    }

    private Div history(List<ClaimLine> history) {
        var list = new OrderedList();
        list.addClassName("act");
        for (ClaimLine line : history.reversed()) {
            var when = new Span(words.formats().when(line.at()));
            when.addClassNames("xs", "two", "t");
            var point = new Span();
            point.addClassName("pt");
            var said = new Div(new Div(new Span(words.line(line))));
            said.addClassName("grow");
            if (!line.text().isBlank()) {
                said.add(new Div(line.text()));
            }
            var actor = new Div(new Span(line.actor()));
            actor.addClassNames("xs", "two");
            said.add(actor);
            list.add(new ListItem(when, point, said));
        }
        return new Div(new H3(words.text("claim.history")), list);
    }
}
