package org.packhaus.connect.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.Account;
import org.packhaus.connect.SellerCard;
import org.packhaus.plugin.ExtensionRow;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerException;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SenderAddress;
import org.packhaus.seller.Setting;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;

/** What the seller is called, and its account at the sales channel. */
class ChannelStep extends Step {
    private final @Nullable Account known;
    private @Nullable SellerId seller;
    private final AccountTools tools;
    private final SellerWords words;
    private final Function<NewSeller, SellerId> begin;
    private final TextField name = new TextField(getTranslation("seller.name"));
    private final Select<ExtensionRow> service = new Select<>();
    private final Div place = new Div();
    private final Div said = new Div();
    private PluginForm form = new PluginForm(List.of(), Map.of(), Set.of());

    ChannelStep(@Nullable SellerCard card, AccountTools tools, SellerWords words, Function<NewSeller, SellerId> begin) {
        super("channel");
        this.tools = tools;
        this.words = words;
        this.begin = begin;
        this.seller = card == null ? null : card.details().id();
        this.known = card == null
                ? null
                : card.accounts().stream()
                        .filter(account -> account.row().role() == ConnectionRole.SALES_CHANNEL)
                        .findFirst()
                        .orElse(null);
        name.setMaxLength(120);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("setup.name.help"));
        name.setReadOnly(card != null);
        service.setLabel(getTranslation("connection.role.sales-channel"));
        service.setItemLabelGenerator(one -> one == null ? "" : one.name());
        service.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                draw(change.getValue());
            }
        });
        add(name, service, place, said);
        if (card != null) {
            name.setValue(card.details().name());
        }
        var account = known;
        if (account == null) {
            var services = tools.services(
                    List.of(ConnectionRole.SALES_CHANNEL),
                    card == null ? null : card.details().id());
            service.setItems(services);
            if (services.isEmpty()) {
                said.add(Parts.said("warn", Icon.ALERT, getTranslation("connection.no-plugins")));
            } else {
                service.setValue(services.getFirst());
            }
        } else {
            service.setVisible(false);
            draw(account);
        }
    }

    private void draw(ExtensionRow chosen) {
        form = new PluginForm(tools.form(chosen, words.formats().locale()), Map.of(), Set.of());
        place.removeAll();
        place.add(form);
    }

    private void draw(Account account) {
        List<Setting> shown = tools.shown(account);
        form = new PluginForm(
                tools.form(account, words.formats().locale()),
                shown.stream()
                        .filter(setting -> setting.value() != null)
                        .collect(Collectors.toMap(Setting::field, setting -> String.valueOf(setting.value()))),
                shown.stream().filter(Setting::secret).map(Setting::field).collect(Collectors.toSet()));
        place.removeAll();
        place.add(form);
    }

    @Override
    void keep(Runnable then) {
        said.removeAll();
        name.setErrorMessage(getTranslation("form.missing"));
        name.setInvalid(name.getValue().isBlank());
        boolean complete = form.isComplete();
        if (name.isInvalid() || !complete || known == null && service.isEmpty()) {
            return;
        }
        try {
            store();
            then.run();
        } catch (InvalidSettings e) {
            if (!e.component()
                    .map(field -> form.fault(field, getTranslation("form.wrong")))
                    .orElse(false)) {
                said.add(TestNote.failed(this, e.code(), e.text()));
            }
        } catch (SellerException e) {
            name.setErrorMessage(
                    e.code().equals("seller-name-taken") ? getTranslation("seller.name.taken") : Problems.text(e));
            name.setInvalid(true);
            name.focus();
        }
    }

    private void store() throws InvalidSettings {
        var account = known;
        if (account != null) {
            tools.change(account, account.row().name(), form.settings());
            return;
        }
        var chosen = service.getValue();
        var settings = form.settings();
        // Before the seller is opened: a half-made one helps nobody.
        tools.validate(chosen, settings);
        var id = seller;
        if (id == null) {
            var called = name.getValue().strip();
            id = begin.apply(new NewSeller(
                    called,
                    new Mark(
                            called.substring(0, called.offsetByCodePoints(0, 1)),
                            ThreadLocalRandom.current().nextInt(1, Mark.TONES + 1)),
                    SenderAddress.EMPTY));
            seller = id;
        }
        tools.add(
                new NewConnection(
                        id,
                        chosen.pluginId(),
                        chosen.extensionId(),
                        ConnectionRole.SALES_CHANNEL,
                        chosen.name(),
                        settings),
                true);
    }
}
