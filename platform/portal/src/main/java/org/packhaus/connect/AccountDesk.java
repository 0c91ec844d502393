package org.packhaus.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.plugin.ExtensionRow;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.plugin.SettingsField;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.Setting;
import org.springframework.stereotype.Service;

/**
 * A seller's accounts at services, as people set them up. Settings are checked against the plugin's record before they are stored, and
 * everything done is in the audit log, without values. Who may do it is the caller's question.
 */
@Service
public class AccountDesk {
    private final ConnectionService connections;
    private final PluginHost host;
    private final TransactionRetry transactions;
    private final Audit audit;

    AccountDesk(ConnectionService connections, PluginHost host, TransactionRetry transactions, Audit audit) {
        this.connections = connections;
        this.host = host;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What this seller can connect to in that role, by name. Null for one that is just being set up. */
    public List<ExtensionRow> services(ConnectionRole role, @Nullable SellerId seller) {
        return host.extensions(role, seller);
    }

    /** The connections of the sellers in scope. */
    public List<Account> all() {
        Map<String, ExtensionRow> known = known();
        return connections.list().stream().map(row -> account(row, known)).toList();
    }

    public Account account(ConnectionId id) {
        return account(connections.connection(id), known());
    }

    private Map<String, ExtensionRow> known() {
        Map<String, ExtensionRow> known = new HashMap<>();
        for (ConnectionRole role : ConnectionRole.values()) {
            host.extensions(role).forEach(one -> known.put(key(role, one.pluginId(), one.extensionId()), one));
        }
        return known;
    }

    private static String key(ConnectionRole role, String plugin, String extension) {
        return role + "/" + plugin + "/" + extension;
    }

    private static Account account(ConnectionRow row, Map<String, ExtensionRow> known) {
        ExtensionRow service = known.get(key(row.role(), row.pluginId(), row.extensionId()));
        return new Account(
                row,
                health(row, service != null),
                service == null ? row.extensionId() : service.name(),
                service == null ? List.of() : service.abilities());
    }

    private static Health health(ConnectionRow row, boolean pluginIsThere) {
        if (!pluginIsThere) {
            return Health.PLUGIN_MISSING;
        }
        return switch (row.state()) {
            case BROKEN -> Health.BROKEN;
            case PAUSED -> Health.PAUSED;
            case ACTIVE -> row.isFailing() ? Health.FAILING : row.lastSuccess() == null ? Health.UNTRIED : Health.WORKS;
        };
    }

    /** The form of a service's settings. @throws PluginMissing if the service is not there any more */
    public List<SettingsField> form(ExtensionRow service, Locale language) {
        return host.fields(service.role(), service.pluginId(), service.extensionId(), language);
    }

    /** The form of a connection's settings. @throws PluginMissing while its plugin is not there */
    public List<SettingsField> form(ConnectionId id, Locale language) {
        ConnectionRow row = connections.connection(id);
        return host.fields(row.role(), row.pluginId(), row.extensionId(), language);
    }

    /** The stored values; secrets without theirs. */
    public List<Setting> shown(ConnectionId id) {
        return connections.shownSettings(id);
    }

    /** What a carrier connection sells. @throws PluginMissing while its plugin is not there */
    public List<CarrierProduct> products(ConnectionId id) {
        return host.carrierProfile(id).products();
    }

    /**
     * Connects a seller.
     *
     * @param paused made so that no job uses it; what is missing may then be missing
     * @throws InvalidSettings if the values do not make the plugin's record, naming the field
     */
    public ConnectionId add(NewConnection wanted, boolean paused) throws InvalidSettings {
        if (!paused) {
            host.validate(wanted.role(), wanted.pluginId(), wanted.extensionId(), values(wanted.settings()));
        }
        return transactions.call(() -> {
            ConnectionId id = paused ? connections.createPaused(wanted) : connections.create(wanted);
            record(wanted.seller(), "connection.add", id, Map.of("name", wanted.name(), "plugin", wanted.pluginId()));
            return id;
        });
    }

    /** @throws InvalidSettings if the values do not make the plugin's record, naming the field */
    public void validate(ExtensionRow service, List<Setting> settings) throws InvalidSettings {
        host.validate(service.role(), service.pluginId(), service.extensionId(), values(settings));
    }

    private static Map<String, String> values(List<Setting> settings) {
        Map<String, String> values = new HashMap<>();
        settings.forEach(setting -> {
            String value = setting.value();
            if (value != null) {
                values.put(setting.field(), value);
            }
        });
        return values;
    }

    /**
     * Changes a connection's name and settings. A secret without a value stays as it is.
     *
     * @throws InvalidSettings if the values do not make the plugin's record, naming the field
     */
    public void change(ConnectionId id, String name, List<Setting> settings) throws InvalidSettings {
        ConnectionRow row = connections.connection(id);
        Map<String, String> stored = connections.settings(id);
        Map<String, String> values = values(settings);
        List<String> changed = new ArrayList<>();
        for (Setting setting : settings) {
            String before = stored.get(setting.field());
            if (setting.secret() && setting.value() == null && before != null) {
                values.put(setting.field(), before);
            } else if (!Optional.ofNullable(before)
                    .orElse("")
                    .equals(Optional.ofNullable(setting.value()).orElse(""))) {
                changed.add(setting.field());
            }
        }
        host.validate(row.role(), row.pluginId(), row.extensionId(), values);
        transactions.run(() -> {
            connections.update(id, name, settings);
            record(
                    row.seller(),
                    "connection.change",
                    id,
                    Map.of("name", name.strip(), "fields", String.join(", ", changed)));
        });
    }

    /** Tries a connection, also a paused or broken one; one that was broken and answers works again. Never inside a transaction. */
    public Tried test(ConnectionId id) {
        ConnectionRow row = connections.connection(id);
        Tried tried = ask(id);
        String outcome = switch (tried) {
            case Tried.Works works -> "works";
            case Tried.CannotBeTried cannot -> "cannot be tried";
            case Tried.Fails(String code, String text, Optional<String> field) -> code;
        };
        record(row.seller(), "connection.test", id, Map.of("name", row.name(), "outcome", outcome));
        return tried;
    }

    private Tried ask(ConnectionId id) {
        try {
            String says = host.check(id);
            return says.isEmpty() ? new Tried.CannotBeTried() : new Tried.Works(says);
        } catch (InvalidSettings e) {
            return new Tried.Fails(e.code(), e.text(), e.component());
        } catch (PluginException e) {
            return new Tried.Fails(e.code(), e.text(), Optional.empty());
        } catch (PluginMissing e) {
            return new Tried.Fails(e.code(), String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    /** Nothing is asked of it and nothing bought from it, until it is resumed. */
    public void pause(ConnectionId id) {
        transactions.run(() -> {
            connections.pause(id);
            ConnectionRow row = connections.connection(id);
            record(row.seller(), "connection.pause", id, Map.of("name", row.name()));
        });
    }

    public void resume(ConnectionId id) {
        transactions.run(() -> {
            connections.resume(id);
            ConnectionRow row = connections.connection(id);
            record(row.seller(), "connection.resume", id, Map.of("name", row.name()));
        });
    }

    /** Forgets a connection with its settings, for good. */
    public void remove(ConnectionId id) {
        transactions.run(() -> {
            ConnectionRow row = connections.connection(id);
            connections.delete(id);
            record(row.seller(), "connection.remove", id, Map.of("name", row.name(), "plugin", row.pluginId()));
        });
    }

    /** A connection's plain settings, to begin another seller's with. Secrets stay where they are. */
    public Map<String, String> plainSettings(ConnectionId id) {
        return connections.shownSettings(id).stream()
                .filter(setting -> !setting.secret() && setting.value() != null)
                .collect(Collectors.toMap(Setting::field, setting -> String.valueOf(setting.value())));
    }

    private void record(SellerId seller, String action, ConnectionId id, Map<String, String> detail) {
        audit.record(seller, action, new Subject("connection", id.value()), detail);
    }
}
