package org.packhaus.connect.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.Account;
import org.packhaus.connect.AccountDesk;
import org.packhaus.connect.Health;
import org.packhaus.connect.Tried;
import org.packhaus.plugin.ExtensionRow;
import org.packhaus.plugin.SettingsField;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.Setting;
import org.packhaus.tracking.HookRow;
import org.packhaus.tracking.TrackingHooks;
import org.springframework.stereotype.Component;

/** What the screens do with connections; each deed asks first whether this user may do it for that seller. */
@Component
class AccountTools {
    private final AccountDesk accounts;
    private final SellerService sellers;
    private final TrackingHooks hooks;
    private final CurrentUser user;

    AccountTools(AccountDesk accounts, SellerService sellers, TrackingHooks hooks, CurrentUser user) {
        this.accounts = accounts;
        this.sellers = sellers;
        this.hooks = hooks;
        this.user = user;
    }

    private <T> T as(SellerId seller, Callable<T> work) {
        return user.inScopeOf(seller, Permission.MANAGE_SELLERS, work);
    }

    /** What this seller, or one that is just being set up, can connect to; label formats belong to printers and not to sellers. */
    List<ExtensionRow> services(List<ConnectionRole> roles, @Nullable SellerId seller) {
        List<ExtensionRow> services = new ArrayList<>();
        roles.forEach(role -> services.addAll(accounts.services(role, seller)));
        return services;
    }

    List<SettingsField> form(ExtensionRow service, Locale language) {
        return accounts.form(service, language);
    }

    List<SettingsField> form(Account account, Locale language) {
        return as(account.row().seller(), () -> accounts.form(account.row().id(), language));
    }

    List<Setting> shown(Account account) {
        return as(account.row().seller(), () -> accounts.shown(account.row().id()));
    }

    /** What can be taken over by another seller's connection. */
    Map<String, String> plain(Account account) {
        return as(
                account.row().seller(),
                () -> accounts.plainSettings(account.row().id()));
    }

    /** The carrier connections and what each sells; needs the seller's scope. */
    Map<Account, List<CarrierProduct>> carriers(List<Account> all) {
        Map<Account, List<CarrierProduct>> carriers = new LinkedHashMap<>();
        all.stream()
                .filter(account -> account.row().role() == ConnectionRole.CARRIER)
                .forEach(account -> carriers.put(
                        account,
                        account.health() == Health.PLUGIN_MISSING
                                ? List.of()
                                : accounts.products(account.row().id())));
        return carriers;
    }

    Account account(SellerId seller, ConnectionId id) {
        return as(seller, () -> accounts.account(id));
    }

    void validate(ExtensionRow service, List<Setting> settings) throws InvalidSettings {
        accounts.validate(service, settings);
    }

    ConnectionId add(NewConnection wanted, boolean paused) throws InvalidSettings {
        try {
            return as(wanted.seller(), () -> accounts.add(wanted, paused));
        } catch (IllegalStateException e) {
            throw invalid(e);
        }
    }

    void change(Account account, String name, List<Setting> settings) throws InvalidSettings {
        try {
            as(account.row().seller(), () -> {
                accounts.change(account.row().id(), name, settings);
                return name;
            });
        } catch (IllegalStateException e) {
            throw invalid(e);
        }
    }

    /** The scope wraps what is checked. */
    private static InvalidSettings invalid(IllegalStateException e) {
        if (e.getCause() instanceof InvalidSettings invalid) {
            return invalid;
        }
        throw e;
    }

    /** Takes as long as the service does. */
    Tried test(SellerId seller, ConnectionId id) {
        return as(seller, () -> accounts.test(id));
    }

    void pause(Account account) {
        as(account.row().seller(), () -> {
            accounts.pause(account.row().id());
            return account;
        });
    }

    void resume(Account account) {
        as(account.row().seller(), () -> {
            accounts.resume(account.row().id());
            return account;
        });
    }

    void remove(Account account) {
        as(account.row().seller(), () -> {
            accounts.remove(account.row().id());
            return account;
        });
    }

    /** Where the carrier may call with news of parcels, if an address was made. */
    Optional<HookRow> hook(Account account) {
        return as(account.row().seller(), () -> hooks.of(account.row().id()));
    }

    /** Makes it; the one before is void. */
    String makeHook(Account account) {
        return as(account.row().seller(), () -> hooks.make(account.row().id()));
    }

    /** The other sellers this user manages. */
    List<SellerRow> others(SellerId seller) {
        return user.inFullScope(sellers::list).stream()
                .filter(row -> !row.id().equals(seller) && user.may(Permission.MANAGE_SELLERS, row.id()))
                .toList();
    }
}
