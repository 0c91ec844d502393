package org.packhaus.order;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.packhaus.plugin.ExtensionRow;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginRow;
import org.packhaus.plugin.SettingsField;
import org.packhaus.sdk.AfterSalesChannel;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.SellerId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A host whose plugins are objects of the test. Like the real one it refuses to call out of a transaction. */
public class FakeHost implements PluginHost {
    private final Map<ConnectionId, FakeChannel> channels = new HashMap<>();
    private final Map<ConnectionId, SellerId> owners = new HashMap<>();

    public FakeHost with(SellerId seller, ConnectionId connection, FakeChannel channel) {
        channels.put(connection, channel);
        owners.put(connection, seller);
        return this;
    }

    private <T> T known(Map<ConnectionId, T> all, ConnectionId connection) {
        T found = all.get(connection);
        if (found == null) {
            throw new IllegalArgumentException("the test connected nothing at " + connection);
        }
        return found;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Installed<SalesChannel<Record>> salesChannel(ConnectionId connection) {
        return new Door<>(connection, known(owners, connection), known(channels, connection));
    }

    @Override
    public ChannelProfile channelProfile(ConnectionId connection) {
        return known(channels, connection).profile();
    }

    @Override
    public ChannelRules channelRules(ConnectionId connection) {
        return known(channels, connection).rules(new NoSettings());
    }

    private record NoSettings() {}

    private record Door<T>(ConnectionId connection, SellerId seller, T extension) implements Installed<T> {
        @Override
        public String name() {
            return "fake " + connection;
        }

        @Override
        public String pluginId() {
            return "fake";
        }

        @Override
        public <R> R call(Duration deadline, Work<T, R> work) throws PluginException {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("called out of a transaction");
            }
            return work.run(extension, new NoSettings());
        }

        @Override
        public <R> R read(Work<T, R> work) throws PluginException {
            return work.run(extension, new NoSettings());
        }

        @Override
        @SuppressWarnings("unchecked")
        public <A> Optional<Installed<A>> ability(Class<? super A> ability) {
            return ability.isInstance(extension)
                    ? Optional.of(new Door<>(connection, seller, (A) extension))
                    : Optional.empty();
        }
    }

    @Override
    public List<PluginRow> list() {
        return List.of();
    }

    @Override
    public List<ExtensionRow> extensions(ConnectionRole role) {
        return List.of();
    }

    @Override
    public void enable(String pluginId) {}

    @Override
    public void keepFor(String pluginId, Set<SellerId> sellers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void disable(String pluginId) {}

    @Override
    public Installed<Carrier<Record>> carrier(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Installed<LabelFormat<Record>> labelFormat(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Installed<AfterSalesChannel<Record>> afterSales(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CarrierProfile carrierProfile(ConnectionId connection) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String check(ConnectionId connection) {
        return "";
    }

    @Override
    public List<SettingsField> fields(ConnectionRole role, String pluginId, String extensionId, Locale language) {
        return List.of();
    }

    @Override
    public void validate(ConnectionRole role, String pluginId, String extensionId, Map<String, String> values) {}

    @Override
    public byte[] render(String formatId, Map<String, String> settings, List<CarrierDocument> pages) {
        throw new UnsupportedOperationException();
    }
}
