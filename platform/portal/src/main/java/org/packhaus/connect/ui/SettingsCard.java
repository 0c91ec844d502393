package org.packhaus.connect.ui;

import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.packhaus.connect.Account;
import org.packhaus.connect.SellerCard;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Toast;

/** Everything about a seller that is not a connection: name, sender, cut-off, what its parcels leave with by default. */
class SettingsCard extends Section {

    SettingsCard(
            SellerCard card,
            Map<Account, List<CarrierProduct>> carriers,
            List<String> returnCarriers,
            Consumer<SellerDetails> save) {
        var form = new SellerForm(card.details(), carriers, returnCarriers);
        var in = Parts.card(this, getTranslation("seller.settings"));
        var keep = new ActionButton(Icon.TICK, getTranslation("seller.save"), click -> {
                    if (!form.isRight()) {
                        return;
                    }
                    try {
                        save.accept(form.value());
                        Toast.done(getTranslation("seller.saved", form.value().name()));
                    } catch (SellerException e) {
                        form.fault(e);
                    }
                })
                .fill();
        in.add(form, Parts.div("foot-line", keep));
    }
}
