package org.packhaus.administration.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.packhaus.security.PasskeyOffer;
import org.packhaus.security.PasskeyRow;
import org.packhaus.security.Passkeys;
import org.packhaus.security.UserException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Card;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** One's own passkeys: which there are, when each was used; add, name, remove. */
class PasskeysCard extends Section {
    /** Answers with what the device has made, as JSON; fails with the name of the browser's error. */
    private static final String MAKE = """
            if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) {
                return Promise.reject('unsupported');
            }
            return navigator.credentials
                .create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse($0))})
                .then(made => JSON.stringify(made.toJSON()));
            """;

    private final Passkeys passkeys;
    private final Formats formats = Formats.current();

    PasskeysCard(Passkeys passkeys) {
        this.passkeys = passkeys;
        draw();
    }

    private void draw() {
        var means = new Paragraph(getTranslation("passkey.means"));
        means.addClassName("two");
        var in = new Div(means);
        in.addClassNames("in", "rows");
        var mine = passkeys.mine();
        if (!mine.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("keys2");
            mine.forEach(row -> list.add(line(row)));
            in.add(list);
        }
        in.add(new ActionButton(Icon.PLUS, getTranslation("passkey.add"), click -> add()));
        Card.head(this, getTranslation("passkey.title")).add(in);
    }

    private ListItem line(PasskeyRow row) {
        var name = new Span(row.name());
        name.addClassName("l1");
        var last = row.lastUsed();
        var used = new Span(
                last == null
                        ? getTranslation("passkey.never", formats.day(row.created()))
                        : getTranslation("passkey.used", formats.day(row.created()), formats.when(last)));
        used.addClassNames("xs", "two");
        var words = new Div(name, used);
        words.addClassNames("grow", "stack2");
        var rename = ActionButton.icon(
                        Icon.EDIT,
                        getTranslation("passkey.rename") + ": " + row.name(),
                        click -> new NameDialog("passkey.rename", row.name(), wanted -> {
                                    passkeys.rename(row.id(), wanted);
                                    draw();
                                })
                                .open())
                .small();
        var remove = ActionButton.icon(Icon.X, getTranslation("passkey.remove") + ": " + row.name(), click -> {
                    passkeys.remove(row.id());
                    draw();
                    Toast.done(getTranslation("passkey.removed", row.name()));
                })
                .small();
        var line = new ListItem(words, rename, remove);
        line.addClassName("fx");
        return line;
    }

    private void add() {
        new PasswordDialog("passkey.add", "passkey.add.means", typed -> make(passkeys.propose(typed))).open();
    }

    private void make(PasskeyOffer offer) {
        getElement()
                .executeJs(MAKE, offer.json())
                .then(
                        String.class,
                        answer -> new NameDialog("passkey.name", getTranslation("passkey.name.proposed"), name -> {
                                    passkeys.keep(offer, answer, name);
                                    draw();
                                    Toast.done(getTranslation("passkey.added", name.strip()));
                                })
                                .open(),
                        problem -> Toast.failure(getTranslation(
                                problem.contains("unsupported") ? "passkey.unsupported" : "passkey.cancelled")));
    }

    /** Asks for a name. */
    private static final class NameDialog extends Dialog {
        NameDialog(String title, String proposed, Consumer<String> keep) {
            setHeaderTitle(getTranslation(title));
            setWidth("420px");
            var name = new TextField(getTranslation("invite.name"));
            name.setValue(proposed);
            name.setMaxLength(60);
            name.setWidthFull();
            name.setAutofocus(true);
            name.setAutoselect(true);
            add(name);
            getFooter()
                    .add(
                            new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                            new ActionButton(null, getTranslation("passkey.keep"), click -> {
                                        try {
                                            keep.accept(name.getValue());
                                            close();
                                        } catch (UserException e) {
                                            name.setErrorMessage(Problems.text(e));
                                            name.setInvalid(true);
                                        }
                                    })
                                    .fill());
        }
    }
}
