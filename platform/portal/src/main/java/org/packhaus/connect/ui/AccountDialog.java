package org.packhaus.connect.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.Account;
import org.packhaus.connect.Tried;
import org.packhaus.plugin.ExtensionRow;
import org.packhaus.plugin.SettingsField;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.Setting;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Toast;

/** A new connection, or the settings of one: saved and tried in one go, and what is wrong is said at its field. */
class AccountDialog extends Dialog {
    private final AccountTools tools;
    private final SellerId seller;
    private final SellerWords words;
    private final Runnable saved;
    private final Select<ExtensionRow> service = new Select<>();
    private final TextField name = new TextField(getTranslation("connection.name"));
    private final Div place = new Div();
    private final Div result = new Div();
    private final ActionButton save;
    private final ActionButton later;
    private PluginForm form = new PluginForm(List.of(), Map.of(), Set.of());
    private @Nullable Account known;
    private boolean rests;

    private AccountDialog(AccountTools tools, SellerId seller, SellerWords words, Runnable saved) {
        this.tools = tools;
        this.seller = seller;
        this.words = words;
        this.saved = saved;
        setWidth("760px");
        addClassName("account-dialog");
        name.setMaxLength(120);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("connection.name.help"));
        result.getElement().setAttribute("aria-live", "polite");
        save = new ActionButton(Icon.PLUG, getTranslation("connection.save-test"), click -> save(false)).fill();
        later = new ActionButton(null, getTranslation("connection.save-paused"), click -> save(true)).quiet();
        var all = new Div(service, name, place, result);
        all.addClassName("rows");
        add(all);
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(), later, save);
    }

    /** A new connection to whatever is chosen. */
    static AccountDialog fresh(
            AccountTools tools, SellerId seller, List<ConnectionRole> roles, SellerWords words, Runnable saved) {
        var dialog = new AccountDialog(tools, seller, words, saved);
        dialog.setHeaderTitle(dialog.getTranslation("connection.add"));
        dialog.offer(tools.services(roles, seller));
        return dialog;
    }

    /** The settings of a connection that is there. */
    static AccountDialog of(AccountTools tools, Account account, SellerWords words, Runnable saved) {
        var dialog = new AccountDialog(tools, account.row().seller(), words, saved);
        dialog.edit(account);
        return dialog;
    }

    /** Another seller's connection as a beginning; its secrets have to be entered anew. */
    static AccountDialog copy(AccountTools tools, Account from, SellerId to, String toName, SellerWords words) {
        var dialog = new AccountDialog(tools, to, words, () -> {});
        dialog.setHeaderTitle(
                dialog.getTranslation("connection.copy.title", from.row().name(), toName));
        var row = from.row();
        var same = tools.services(List.of(row.role()), to).stream()
                .filter(one -> one.pluginId().equals(row.pluginId())
                        && one.extensionId().equals(row.extensionId()))
                .toList();
        dialog.offer(same);
        dialog.service.setVisible(false);
        dialog.name.setValue(row.name());
        same.stream()
                .findFirst()
                .ifPresent(one ->
                        dialog.draw(tools.form(one, dialog.words.formats().locale()), tools.plain(from), Set.of()));
        dialog.result.add(Parts.note("info", Icon.INFO, new Span(dialog.getTranslation("connection.copy.secrets"))));
        return dialog;
    }

    /** For a seller that is not open for work yet: what is added can be tried, and no job uses it. */
    AccountDialog resting() {
        rests = true;
        return this;
    }

    private void offer(List<ExtensionRow> services) {
        service.setLabel(getTranslation("connection.service"));
        service.setItems(services);
        service.setItemLabelGenerator(one -> one == null ? "" : one.name() + " · " + words.role(one.role()));
        service.addValueChangeListener(change -> {
            var chosen = change.getValue();
            if (chosen != null) {
                name.setValue(chosen.name());
                draw(tools.form(chosen, words.formats().locale()), Map.of(), Set.of());
            }
        });
        if (services.isEmpty()) {
            result.add(Parts.note("warn", Icon.ALERT, new Span(getTranslation("connection.no-plugins"))));
        } else {
            service.setValue(services.getFirst());
        }
        save.setEnabled(!services.isEmpty());
        later.setEnabled(!services.isEmpty());
    }

    private void edit(Account account) {
        known = account;
        setHeaderTitle(account.row().name() + " · " + account.service());
        service.setVisible(false);
        later.setVisible(false);
        name.setValue(account.row().name());
        List<Setting> shown = tools.shown(account);
        Map<String, String> values = shown.stream()
                .filter(setting -> setting.value() != null)
                .collect(Collectors.toMap(Setting::field, setting -> String.valueOf(setting.value())));
        Set<String> secrets =
                shown.stream().filter(Setting::secret).map(Setting::field).collect(Collectors.toSet());
        draw(tools.form(account, words.formats().locale()), values, secrets);
        var problem = account.row().lastError();
        if (problem != null && account.row().isFailing()) {
            fault(problem.code(), problem.text(), null);
        }
    }

    private void draw(List<SettingsField> fields, Map<String, String> values, Set<String> secrets) {
        form = new PluginForm(fields, values, secrets);
        place.removeAll();
        place.add(form);
        result.removeAll();
    }

    private void save(boolean paused) {
        result.removeAll();
        name.setInvalid(name.isEmpty());
        name.setErrorMessage(getTranslation("form.missing"));
        if (name.isEmpty() || !paused && !form.isComplete()) {
            return;
        }
        try {
            store(paused);
        } catch (InvalidSettings e) {
            fault(e.code(), e.text(), e.component().orElse(null));
        }
    }

    private void store(boolean paused) throws InvalidSettings {
        var account = known;
        if (account != null) {
            tools.change(account, name.getValue(), form.settings());
            test(account.row().id());
            return;
        }
        var chosen = service.getValue();
        if (!paused) {
            tools.validate(chosen, form.settings());
        }
        var id = tools.add(
                new NewConnection(
                        seller,
                        chosen.pluginId(),
                        chosen.extensionId(),
                        chosen.role(),
                        name.getValue(),
                        form.settings()),
                paused || rests);
        if (paused) {
            close();
            Toast.done(getTranslation("connection.saved-paused", name.getValue()));
            saved.run();
        } else {
            known = tools.account(seller, id);
            service.setReadOnly(true);
            later.setVisible(false);
            test(id);
        }
    }

    private void test(ConnectionId id) {
        save.setEnabled(false);
        result.removeAll();
        result.add(TestNote.running(this, name.getValue()));
        Errand.run(this, () -> tools.test(seller, id), this::tested);
    }

    private void tested(Tried tried) {
        save.setEnabled(true);
        saved.run();
        switch (tried) {
            case Tried.Works(String says) -> {
                close();
                Toast.done(getTranslation("connection.works", name.getValue(), says));
            }
            case Tried.CannotBeTried cannot -> {
                close();
                Toast.done(getTranslation("connection.saved", name.getValue()));
            }
            case Tried.Fails(String code, String text, java.util.Optional<String> field) -> {
                // The secret that was just typed is stored now; it shall not be lost when only another field is mended.
                edit(tools.account(
                        seller, java.util.Objects.requireNonNull(known).row().id()));
                result.removeAll();
                fault(code, text, field.orElse(null));
            }
        }
    }

    private void fault(String code, String text, @Nullable String field) {
        // The check of the record knows its own rules' names only; the field's help says what is wanted.
        String says = code.equals("settings-invalid") && field != null ? getTranslation("form.wrong") : text;
        boolean shown = field != null && form.fault(field, says);
        if (!shown || !code.equals("settings-invalid")) {
            result.add(TestNote.failed(this, code, text));
        }
    }
}
