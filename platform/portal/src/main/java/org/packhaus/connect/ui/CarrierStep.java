package org.packhaus.connect.ui;

import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.packhaus.connect.Account;
import org.packhaus.connect.SellerCard;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;

/** The carrier accounts, each tried as it is added, and what parcels leave with by default. */
class CarrierStep extends Step {
    private final SellerCard card;
    private final ShipsWith shipsWith;
    private final Consumer<SellerDetails> save;
    private final Div said = new Div();

    CarrierStep(
            SellerCard card,
            AccountTools tools,
            SellerWords words,
            Map<Account, List<CarrierProduct>> carriers,
            Runnable changed,
            Consumer<SellerDetails> save) {
        super("carrier");
        this.card = card;
        this.save = save;
        this.shipsWith = new ShipsWith(card.details(), carriers).orFirst();
        var list = new UnorderedList();
        list.addClassNames("accounts", "boxed");
        carriers.keySet()
                .forEach(account -> list.add(new ListItem(Parts.div(
                        "row",
                        Parts.strong(account.row().name()),
                        words.badge(account.health()),
                        Parts.span("grow", ""),
                        new ActionButton(
                                        Icon.EDIT,
                                        getTranslation("connection.edit"),
                                        click -> AccountDialog.of(tools, account, words, changed)
                                                .open())
                                .small()))));
        var add = new ActionButton(
                Icon.PLUS,
                getTranslation("setup.carrier.add"),
                click -> AccountDialog.fresh(
                                tools, card.details().id(), List.of(ConnectionRole.CARRIER), words, changed)
                        .resting()
                        .open());
        list.setVisible(!carriers.isEmpty());
        add(list, Parts.div("", add));
        if (!carriers.isEmpty()) {
            var form = new FormLayout(shipsWith.carrier(), shipsWith.product());
            form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("480px", 2));
            add(form);
        }
        add(said);
    }

    @Override
    void keep(Runnable then) {
        said.removeAll();
        var before = card.details();
        try {
            save.accept(new SellerDetails(
                    before.id(),
                    before.version(),
                    before.name(),
                    before.mark(),
                    before.sender(),
                    before.language(),
                    before.cutOff(),
                    before.timeZone(),
                    before.returnCarrier(),
                    shipsWith.connection(),
                    shipsWith.productId(),
                    before.defaultParcelWeightGrams()));
            then.run();
        } catch (SellerException e) {
            said.add(Parts.said("late", Icon.ALERT, Problems.text(e)));
        }
    }
}
