package org.packhaus.connect.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import org.packhaus.returnnumber.PoolImport;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** Adds numbers to a pool. */
class PoolDialog extends Dialog {
    private final SellerWords words;
    private final Runnable changed;
    private final ActionButton add;
    private final PoolForm form;

    PoolDialog(SellerId seller, SourceRow source, NumberTools tools, SellerWords words, Runnable changed) {
        this.words = words;
        this.changed = changed;
        setHeaderTitle(getTranslation("pool.title", words.carrier(source.carrierCode())));
        setWidth("620px");
        add = new ActionButton(Icon.PLUS, getTranslation("returns.add-numbers"), click -> add()).fill();
        form = new PoolForm(seller, source.carrierCode(), tools, words, this::ready);
        add(form);
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(), add);
    }

    private void ready(int count) {
        add.setEnabled(count > 0);
        add.setWords(
                count > 0
                        ? getTranslation("pool.add", words.formats().number(count))
                        : getTranslation("returns.add-numbers"));
    }

    private void add() {
        form.add(this::added);
    }

    private void added(PoolImport done) {
        if (done.isRefused()) {
            Toast.failure(Problems.text(done.faults().getFirst().why()));
            return;
        }
        close();
        var batches = new Anchor("batches", getTranslation("pool.to-batches"));
        batches.addClassNames("btn", "bare", "small");
        Toast.done(getTranslation("pool.added", words.formats().number(done.added())), batches);
        changed.run();
    }
}
