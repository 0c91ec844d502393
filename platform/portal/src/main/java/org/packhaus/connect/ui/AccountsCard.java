package org.packhaus.connect.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;
import org.packhaus.connect.Account;
import org.packhaus.connect.Health;
import org.packhaus.connect.SellerCard;
import org.packhaus.connect.Tried;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.TrackingPush;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionState;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Toast;

/** A seller's connections: how each is doing, what it said last, and what one can do about it. */
class AccountsCard extends Section {
    private static final List<ConnectionRole> OF_SELLERS =
            List.of(ConnectionRole.SALES_CHANNEL, ConnectionRole.CARRIER, ConnectionRole.AFTER_SALES);

    private final SellerCard card;
    private final AccountTools tools;
    private final SellerWords words;
    private final Runnable changed;

    AccountsCard(SellerCard card, AccountTools tools, SellerWords words, Runnable changed) {
        this.card = card;
        this.tools = tools;
        this.words = words;
        this.changed = changed;
        var add = new ActionButton(
                        Icon.PLUS,
                        getTranslation("connection.add"),
                        click -> AccountDialog.fresh(tools, card.details().id(), OF_SELLERS, words, changed)
                                .open())
                .small();
        var in = Parts.card(this, getTranslation("connection.title"), add);
        if (card.accounts().isEmpty()) {
            in.add(Parts.span("two", getTranslation("connection.none")));
            return;
        }
        in.addClassName("flush");
        var list = new UnorderedList();
        list.addClassName("accounts");
        card.accounts().forEach(account -> list.add(line(account)));
        in.add(list);
    }

    private ListItem line(Account account) {
        var row = account.row();
        var said = new Div();
        said.setVisible(false);
        var names = Parts.div(
                "grow",
                Parts.div("row", Parts.strong(row.name()), words.badge(account.health())),
                Parts.div(
                        "xs two",
                        new Span(account.service() + " · " + words.role(row.role()) + " · " + words.success(account))));
        var hand = Parts.div("fx");
        if (account.can(Checkable.class)) {
            hand.add(new ActionButton(Icon.PLUG, getTranslation("connection.test"), click -> test(account, said))
                    .small());
        }
        if (account.health() != Health.PLUGIN_MISSING) {
            hand.add(new ActionButton(
                            Icon.EDIT,
                            getTranslation("connection.edit"),
                            click -> AccountDialog.of(tools, account, words, changed)
                                    .open())
                    .small());
        }
        hand.add(more(account));
        var line = new ListItem(Parts.div("row top", names, hand));
        var problem = row.lastError();
        if (account.health() == Health.PLUGIN_MISSING) {
            line.add(Parts.note(
                    "late", Icon.ALERT, new Span(getTranslation("connection.plugin-missing", row.pluginId()))));
        } else if (problem != null && (account.health() == Health.BROKEN || row.isFailing())) {
            var note = TestNote.failed(this, problem.code(), problem.text());
            note.getElement().setAttribute("role", "note");
            ((Div) note.getComponentAt(1))
                    .add(Parts.div(
                            "xs two",
                            new Span(getTranslation(
                                    account.health() == Health.BROKEN ? "connection.rests" : "connection.goes-on",
                                    words.formats().when(problem.at())))));
            line.add(note);
        }
        line.add(said);
        return line;
    }

    private void test(Account account, Div said) {
        said.removeAll();
        said.setVisible(true);
        said.add(TestNote.running(this, account.row().name()));
        Errand.run(this, () -> tools.test(account.row().seller(), account.row().id()), tried -> {
            switch (tried) {
                case Tried.Works(String says) -> {
                    changed.run();
                    Toast.done(getTranslation("connection.works", account.row().name(), says));
                }
                case Tried.CannotBeTried cannot -> said.removeAll();
                case Tried.Fails fails -> changed.run();
            }
        });
    }

    private MenuBar more(Account account) {
        var row = account.row();
        var bar = new MenuBar();
        bar.addClassName("more");
        MenuItem open = bar.addItem(Icon.MORE.create());
        open.setAriaLabel(getTranslation("connection.more", row.name()));
        var menu = open.getSubMenu();
        if (row.state() == ConnectionState.PAUSED) {
            menu.addItem(getTranslation("connection.resume"), click -> {
                tools.resume(account);
                changed.run();
            });
        } else {
            menu.addItem(getTranslation("connection.pause"), click -> {
                tools.pause(account);
                Toast.done(getTranslation("connection.paused", row.name()));
                changed.run();
            });
        }
        var others = tools.others(card.details().id());
        if (!others.isEmpty() && account.health() != Health.PLUGIN_MISSING) {
            menu.addItem(
                    getTranslation("connection.copy"),
                    click -> new CopyDialog(
                                    account,
                                    others,
                                    to -> AccountDialog.copy(tools, account, to.id(), to.name(), words)
                                            .open())
                            .open());
        }
        if (account.can(TrackingPush.class)) {
            menu.addItem(getTranslation("hook"), click -> new HookDialog(account, tools, words.formats()).open());
        }
        menu.addItem(getTranslation("connection.remove"), click -> remove(account));
        return bar;
    }

    private void remove(Account account) {
        var name = account.row().name();
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("connection.remove.title", name));
        ask.setText(getTranslation("connection.remove.text"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("cancel"));
        ask.setConfirmText(getTranslation("connection.remove"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(yes -> {
            tools.remove(account);
            Toast.done(getTranslation("connection.removed", name));
            changed.run();
        });
        ask.open();
    }
}
