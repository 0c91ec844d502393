package org.packhaus.connect.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.packhaus.connect.SellerCard;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;

/** Whom parcels come from, and until when they leave the same day. */
class SenderStep extends Step {
    private final SellerForm form;
    private final Consumer<SellerDetails> save;

    SenderStep(SellerCard card, Consumer<SellerDetails> save) {
        super("sender");
        this.save = save;
        form = new SellerForm(card.details(), Map.of(), List.of()).withoutParcels();
        add(form);
    }

    @Override
    void keep(Runnable then) {
        if (form.isRight()) {
            try {
                save.accept(form.value());
                then.run();
            } catch (SellerException e) {
                form.fault(e);
            }
        }
    }
}
