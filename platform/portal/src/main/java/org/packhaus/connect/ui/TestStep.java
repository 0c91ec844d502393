package org.packhaus.connect.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import org.packhaus.connect.SellerCard;
import org.packhaus.connect.Tried;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** Asks the channel with what was entered. Goes on also when it fails: somebody may be waiting for their access. */
class TestStep extends Step {
    private final SellerCard card;
    private final AccountTools tools;
    private final Div said = new Div();

    TestStep(SellerCard card, AccountTools tools, SellerWords words) {
        super("test");
        this.card = card;
        this.tools = tools;
        said.getElement().setAttribute("aria-live", "polite");
        add(said, Parts.div("", new ActionButton(Icon.AGAIN, getTranslation("setup.test.again"), click -> test())));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        test();
    }

    private void test() {
        said.removeAll();
        for (var account : card.accounts()) {
            if (account.row().role() == ConnectionRole.SALES_CHANNEL) {
                var place = new Div(TestNote.running(this, account.row().name()));
                said.add(place);
                Errand.run(
                        this,
                        () -> tools.test(card.details().id(), account.row().id()),
                        tried -> {
                            place.removeAll();
                            place.add(
                                    switch (tried) {
                                        case Tried.Works(String says) -> Parts.said("ok", Icon.TICK, says);
                                        case Tried.CannotBeTried cannot ->
                                            Parts.said(
                                                    "info",
                                                    Icon.INFO,
                                                    getTranslation(
                                                            "connection.saved",
                                                            account.row().name()));
                                        case Tried.Fails fails -> TestNote.failed(this, fails.code(), fails.text());
                                    });
                        });
            }
        }
    }

    @Override
    void keep(Runnable then) {
        then.run();
    }
}
