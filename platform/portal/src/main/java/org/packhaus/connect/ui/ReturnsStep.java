package org.packhaus.connect.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import org.packhaus.connect.SellerCard;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;

/** Who brings returns back, and where the numbers come from. */
class ReturnsStep extends Step {
    private final SourceDialog.Form source;
    private final PoolForm pool;
    private final Div said = new Div();
    private int waiting;

    ReturnsStep(SellerCard card, NumberTools tools, SellerWords words) {
        super("returns");
        var known = card.sources().stream().findFirst().orElse(null);
        source = new SourceDialog.Form(card, known, tools, words);
        pool = new PoolForm(card.details().id(), source.carrier(), tools, words, count -> waiting = count);
        var numbers = new Div(new H3(getTranslation("setup.returns.numbers")), pool);
        numbers.addClassName("rows");
        numbers.setVisible(source.kind() == SourceKind.POOL);
        source.onChange(() -> {
            numbers.setVisible(source.kind() == SourceKind.POOL);
            pool.carrier(source.carrier());
        });
        add(source, numbers, said);
        left(known, words);
    }

    private void left(@org.jspecify.annotations.Nullable SourceRow known, SellerWords words) {
        if (known != null && known.kind() == SourceKind.POOL) {
            said.add(Parts.note(
                    "idle",
                    Icon.INFO,
                    Parts.span(
                            "", getTranslation("returns.left", words.formats().number(known.free())))));
        }
    }

    @Override
    void keep(Runnable then) {
        said.removeAll();
        if (!source.save()) {
            return;
        }
        if (source.kind() != SourceKind.POOL || waiting == 0) {
            then.run();
            return;
        }
        pool.add(done -> {
            if (done.isRefused()) {
                said.add(Parts.said(
                        "late",
                        Icon.ALERT,
                        Problems.text(done.faults().getFirst().why())));
            } else {
                then.run();
            }
        });
    }
}
