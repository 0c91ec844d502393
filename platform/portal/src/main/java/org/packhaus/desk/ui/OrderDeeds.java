package org.packhaus.desk.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.packhaus.desk.Bulk;
import org.packhaus.desk.Chosen;
import org.packhaus.desk.Deed;
import org.packhaus.desk.DeskException;
import org.packhaus.job.BatchId;
import org.packhaus.order.OrderId;
import org.packhaus.order.Problem;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.Background;
import org.packhaus.shell.Texts;
import org.packhaus.shell.Toast;
import org.packhaus.shipment.SendTogether;
import org.packhaus.shipment.ShipmentService;
import org.springframework.stereotype.Component;

/** Does to the chosen orders what was asked for; more than a few as a batch, whose page says of each order what became of it. */
@Component
class OrderDeeds {
    private static final int FEW = 20;

    private final ShipmentService shipments;
    private final SendTogether together;
    private final Bulk bulk;
    private final CurrentUser user;
    private final PrintDesk printing;
    private final FilterChoices choices;

    OrderDeeds(
            ShipmentService shipments,
            SendTogether together,
            Bulk bulk,
            CurrentUser user,
            PrintDesk printing,
            FilterChoices choices) {
        this.shipments = shipments;
        this.together = together;
        this.bulk = bulk;
        this.user = user;
        this.printing = printing;
        this.choices = choices;
    }

    /** @param orders how many are meant, in words, for dialogs that ask for more */
    void wanted(SelectionDock.Wish wish, Chosen chosen, String orders) {
        switch (wish) {
            case BOOK -> follow(Permission.SHIP, () -> shipments.bookLabels(bulk.ids(chosen)));
            case TOGETHER -> together(chosen);
            case CONFIRM -> follow(Permission.CONFIRM, () -> shipments.confirm(bulk.ids(chosen)));
            case PRINT -> print(chosen);
            case PICK -> pick(chosen);
            case HOLD -> DeedDialog.hold(orders, deed -> run(deed, chosen));
            case RELEASE -> run(new Deed.Release(), chosen);
            case TAG -> DeedDialog.tag(orders, choices.tags(), deed -> run(deed, chosen));
            case UNTAG -> DeedDialog.untag(orders, choices.tags(), deed -> run(deed, chosen));
            case NOTE -> DeedDialog.note(orders, deed -> run(deed, chosen));
            case CARRIER -> DeedDialog.carrier(orders, choices.products(), deed -> run(deed, chosen));
            case BY_RULES -> run(new Deed.ByRules(), chosen);
        }
    }

    /** A few are done at once, and the list stays where it is; many are a batch. */
    private void run(Deed deed, Chosen chosen) {
        if (!(chosen instanceof Chosen.These(var few)) || few.size() > FEW) {
            follow(deed.permission(), () -> bulk.start(deed, chosen));
            return;
        }
        List<String> refused = user.inScope(deed.permission(), () -> bulk.now(deed, few));
        var locale = UI.getCurrent().getLocale();
        int done = few.size() - refused.size();
        if (done > 0) {
            Toast.done(Texts.of(locale, "deed.done." + deed.kind(), done));
        }
        if (!refused.isEmpty()) {
            Toast.failure(Texts.of(locale, "deed.refused", refused.size(), String.join("; ", refused)));
        }
    }

    /** Those that go to one door; whatever cannot be together is told and stays as it is. */
    private void together(Chosen chosen) {
        user.demand(Permission.SHIP);
        var ui = UI.getCurrent();
        Background.run(
                ui,
                () -> user.inScope(Permission.SHIP, () -> together.bundle(bulk.ids(chosen))),
                bundled -> say(ui, bundled),
                failure -> say(ui, failure));
    }

    private static void say(UI ui, SendTogether.Bundled bundled) {
        var locale = ui.getLocale();
        if (bundled.parcels() > 0) {
            Toast.done(Texts.of(locale, "together.bundled", bundled.parcels(), bundled.saved()));
        } else if (bundled.refused().isEmpty()) {
            Toast.done(Texts.of(locale, "together.none"));
        }
        if (!bundled.refused().isEmpty()) {
            Toast.failure(Texts.of(
                    locale,
                    "deed.refused",
                    bundled.refused().size(),
                    bundled.refused().stream().map(Problem::text).collect(Collectors.joining(" "))));
        }
    }

    /** Ten thousand rows take a second or two to write down: not while the screen waits. */
    private void follow(Permission needed, Callable<BatchId> start) {
        user.demand(needed);
        var ui = UI.getCurrent();
        Background.run(
                ui,
                () -> user.inScope(needed, start),
                batch -> ui.navigate("batches/" + batch),
                failure -> say(ui, failure));
    }

    private static void say(UI ui, Exception failure) {
        var code = failure instanceof DeskException refused ? refused.code() : "";
        var key = "problem." + code;
        Toast.failure(Texts.of(ui.getLocale(), Texts.has(key) ? key : "deed.failed"));
    }

    private void pick(Chosen chosen) {
        Set<OrderId> ids = user.inScope(() -> bulk.ids(chosen));
        var ui = UI.getCurrent();
        if (ids.size() > Prints.MOST) {
            Toast.done(ui.getTranslation("print.too-many", Prints.MOST, ids.size()));
        }
        ui.getPage().open(Prints.pickList(ids, ""), "_blank");
    }

    private void print(Chosen chosen) {
        Set<OrderId> ids = user.inScope(() -> bulk.ids(chosen));
        List<OrderId> labelled = user.inScope(() -> bulk.labelled(ids));
        var ui = UI.getCurrent();
        if (labelled.isEmpty()) {
            Toast.done(ui.getTranslation("orders.print.none"));
            return;
        }
        if (labelled.size() < ids.size()) {
            Toast.done(ui.getTranslation("orders.print.some", labelled.size(), ids.size() - labelled.size()));
        }
        printing.ask(labelled);
    }
}
