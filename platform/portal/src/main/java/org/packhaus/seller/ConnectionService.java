package org.packhaus.seller;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** A seller's accounts at plugins: their settings, and whether they work. Needs a scope that includes the seller. */
@Service
public class ConnectionService {
    private static final String OURS = "packhaus.";
    private static final String LABEL_STOCK = OURS + "label-stock";

    private final ConnectionRepository connections;
    private final ConnectionSettingRepository settings;
    private final Vault vault;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConnectionService(
            ConnectionRepository connections,
            ConnectionSettingRepository settings,
            Vault vault,
            TransactionRetry transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.connections = connections;
        this.settings = settings;
        this.vault = vault;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    public ConnectionId create(NewConnection wanted) {
        return create(wanted, ConnectionState.ACTIVE);
    }

    /** For a connection that nothing may use before somebody resumes it: it can be tried, and no job calls it. */
    public ConnectionId createPaused(NewConnection wanted) {
        return create(wanted, ConnectionState.PAUSED);
    }

    private ConnectionId create(NewConnection wanted, ConnectionState state) {
        SellerScope.require(wanted.seller());
        return transactions.call(() -> {
            Connection connection = new Connection(wanted, clock.instant());
            if (state == ConnectionState.PAUSED) {
                connection.pause(clock.instant());
            }
            connections.save(connection);
            write(connection, wanted.settings());
            return connection.id();
        });
    }

    /**
     * Renames it and replaces its settings. A secret without a value keeps the one it has; a field not named is forgotten. A broken
     * connection counts as repaired until the service says otherwise.
     */
    public void update(ConnectionId id, String name, List<Setting> wanted) {
        transactions.call(() -> {
            Connection connection = find(id);
            ConnectionState before = connection.state();
            connection.rename(name);
            write(connection, wanted);
            connection.works();
            publish(connection, before);
            return null;
        });
    }

    private void write(Connection connection, List<Setting> wanted) {
        Map<String, ConnectionSetting> known = stored(connection.id());
        for (Setting setting : wanted) {
            ConnectionSetting kept = known.get(setting.field());
            String value = setting.value();
            if (value == null) {
                if (setting.secret() && kept != null && kept.secret()) {
                    known.remove(setting.field());
                }
                continue;
            }
            known.remove(setting.field());
            ConnectionSetting row =
                    kept != null ? kept : new ConnectionSetting(connection.seller(), connection.id(), setting.field());
            row.set(value, setting.secret(), vault);
            settings.save(row);
        }
        known.values().stream().filter(row -> !isOurs(row)).forEach(settings::delete);
    }

    /** What the portal itself keeps about a connection; no plugin's field can have a dot in its name. */
    private static boolean isOurs(ConnectionSetting setting) {
        return setting.field().startsWith(OURS);
    }

    private Map<String, ConnectionSetting> stored(ConnectionId id) {
        return settings.findByConnectionIdOrderByField(id.value()).stream()
                .collect(Collectors.toMap(
                        ConnectionSetting::field, Function.identity(), (one, other) -> other, LinkedHashMap::new));
    }

    /** The settings in the clear, by field. For the plugin's door only; never shown, never logged. */
    public Map<String, String> settings(ConnectionId id) {
        return transactions.call(() -> {
            find(id);
            Map<String, String> values = new LinkedHashMap<>();
            stored(id).values().stream()
                    .filter(setting -> !isOurs(setting))
                    .forEach(setting -> values.put(setting.field(), setting.value(vault)));
            return values;
        });
    }

    /** The settings as a form may show them: secrets without their value. */
    public List<Setting> shownSettings(ConnectionId id) {
        return transactions.call(() -> {
            find(id);
            return stored(id).values().stream()
                    .filter(setting -> !isOurs(setting))
                    .map(setting -> setting.secret()
                            ? Setting.secret(setting.field(), null)
                            : Setting.plain(setting.field(), setting.value(vault)))
                    .toList();
        });
    }

    /** What labels of this carrier are made for. */
    public LabelStock labelStock(ConnectionId id) {
        return transactions.call(() -> {
            find(id);
            return settings.findByConnectionIdAndField(id.value(), LABEL_STOCK)
                    .map(setting -> LabelStock.named(setting.value(vault)))
                    .orElse(LabelStock.PDF_103_X_199);
        });
    }

    /** From the next label on; those bought already stay as they are. */
    public void useLabelStock(ConnectionId id, LabelStock stock) {
        transactions.callAgainIfStale(() -> {
            Connection connection = find(id);
            ConnectionSetting row = settings.findByConnectionIdAndField(id.value(), LABEL_STOCK)
                    .orElseGet(() -> new ConnectionSetting(connection.seller(), id, LABEL_STOCK));
            row.set(stock.word(), false, vault);
            settings.save(row);
            return null;
        });
    }

    public ConnectionRow connection(ConnectionId id) {
        return transactions.call(() -> find(id).row());
    }

    public List<ConnectionRow> list() {
        return transactions.call(() -> connections.findAllByOrderBySellerIdAscNameAscIdAsc().stream()
                .map(Connection::row)
                .toList());
    }

    public List<ConnectionRow> list(ConnectionRole role) {
        return transactions.call(() -> connections.findByRoleOrderBySellerIdAscNameAscIdAsc(role).stream()
                .map(Connection::row)
                .toList());
    }

    /** The service has refused our credentials or settings. May be called by every call that fails so. */
    public void markBroken(ConnectionId id, String code, String text) {
        change(id, (connection, now) -> connection.broke(code, text, now));
    }

    /** A call has succeeded. */
    public void markWorking(ConnectionId id) {
        change(id, (connection, now) -> connection.succeeded(now));
    }

    /** A call has failed for a reason that the settings are not to blame for: the connection stays in use. */
    public void markFailing(ConnectionId id, String code, String text) {
        change(id, (connection, now) -> connection.failed(code, text, now));
    }

    public void pause(ConnectionId id) {
        change(id, Connection::pause);
    }

    public void resume(ConnectionId id) {
        change(id, (connection, now) -> connection.resume());
    }

    public void delete(ConnectionId id) {
        transactions.run(() -> {
            Connection connection = find(id);
            stored(id).values().forEach(settings::delete);
            connections.delete(connection);
        });
    }

    /** Seals every secret in scope with the vault's newest key; the last step of a key rotation. */
    public int sealAgain() {
        return transactions.callAgainIfStale(() -> {
            List<ConnectionSetting> secrets = settings.findBySecretTrue();
            secrets.forEach(secret -> secret.sealAgain(vault));
            return secrets.size();
        });
    }

    private void change(ConnectionId id, BiConsumer<Connection, Instant> edit) {
        transactions.callAgainIfStale(() -> {
            Connection connection = find(id);
            ConnectionState before = connection.state();
            edit.accept(connection, clock.instant());
            if (connection.state() != before) {
                publish(connection, before);
            }
            return null;
        });
    }

    private void publish(Connection connection, ConnectionState before) {
        events.publishEvent(new ConnectionChanged(connection.seller(), connection.id(), before, connection.state()));
    }

    private Connection find(ConnectionId id) {
        return connections
                .findById(id.value())
                .orElseThrow(() -> new SellerException(
                        "connection-unknown",
                        "There is no connection " + id + " that you may see; it may have been removed."));
    }
}
