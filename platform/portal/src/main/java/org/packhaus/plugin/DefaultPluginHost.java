package org.packhaus.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.packhaus.plugin.settings.SettingsForm;
import org.packhaus.sdk.AfterSalesChannel;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;

/** The host, put together in {@link PluginConfiguration}. */
final class DefaultPluginHost implements PluginHost {
    private static final Duration TIME_TO_CHECK = Duration.ofSeconds(30);
    /** Five hundred labels at 600 dpi take a while. */
    private static final Duration TIME_TO_DRAW = Duration.ofMinutes(5);

    private final DoorFrame frame;
    private final PluginFiles files;

    DefaultPluginHost(DoorFrame frame, PluginFiles files) {
        this.frame = frame;
        this.files = files;
    }

    @Override
    public List<PluginRow> list() {
        return frame.folder().rows();
    }

    @Override
    public List<ExtensionRow> extensions(ConnectionRole role) {
        return list().stream()
                .flatMap(plugin -> plugin.extensions().stream())
                .filter(extension -> extension.role() == role)
                .sorted(Comparator.comparing(ExtensionRow::name).thenComparing(ExtensionRow::pluginId))
                .toList();
    }

    @Override
    public List<ExtensionRow> extensions(ConnectionRole role, @Nullable SellerId seller) {
        return extensions(role).stream()
                .filter(one -> frame.folder().isFor(one.pluginId(), seller))
                .toList();
    }

    @Override
    public void keepFor(String pluginId, Set<SellerId> sellers) {
        known(files.keepFor(pluginId, sellers), pluginId);
    }

    @Override
    public void enable(String pluginId) {
        set(pluginId, true);
    }

    @Override
    public void disable(String pluginId) {
        set(pluginId, false);
    }

    private void set(String pluginId, boolean enabled) {
        known(files.setEnabled(pluginId, enabled), pluginId);
    }

    private void known(boolean found, String pluginId) {
        if (!found) {
            throw new PluginMissing("There is no plugin '" + pluginId + "' that could be switched on or off.");
        }
        frame.folder().look();
    }

    @Override
    public Installed<Carrier<Record>> carrier(ConnectionId connection) {
        return door(connection, ConnectionRole.CARRIER);
    }

    @Override
    public Installed<SalesChannel<Record>> salesChannel(ConnectionId connection) {
        return door(connection, ConnectionRole.SALES_CHANNEL);
    }

    @Override
    public Installed<LabelFormat<Record>> labelFormat(ConnectionId connection) {
        return door(connection, ConnectionRole.LABEL_FORMAT);
    }

    @Override
    public Installed<AfterSalesChannel<Record>> afterSales(ConnectionId connection) {
        return door(connection, ConnectionRole.AFTER_SALES);
    }

    private <T> Installed<T> door(ConnectionId id, ConnectionRole role) {
        ConnectionRow connection = frame.connections().connection(id);
        requireRole(connection, role);
        frame.extension(connection);
        return new Door<>(frame, connection, Role.type(role));
    }

    private static void requireRole(ConnectionRow connection, ConnectionRole role) {
        if (connection.role() != role) {
            throw new PluginMissing("The connection '" + connection.name() + "' is a " + Role.name(connection.role())
                    + ", not a " + Role.name(role) + ". Choose another connection.");
        }
    }

    @Override
    public CarrierProfile carrierProfile(ConnectionId id) {
        ConnectionRow connection = frame.connections().connection(id);
        requireRole(connection, ConnectionRole.CARRIER);
        return (CarrierProfile) frame.extension(connection).profile();
    }

    @Override
    public Optional<Instant> leftAloneSince(ConnectionId connection) {
        return frame.breakers().openSince(new CircuitBreakers.Circuit(connection, ""));
    }

    @Override
    public ChannelProfile channelProfile(ConnectionId id) {
        ConnectionRow connection = frame.connections().connection(id);
        if (frame.extension(connection).profile() instanceof ChannelProfile profile) {
            return profile;
        }
        throw new PluginMissing("The connection '" + connection.name() + "' is no channel. Choose another connection.");
    }

    @Override
    public ChannelRules channelRules(ConnectionId connection) throws PluginException {
        return salesChannel(connection).read((channel, settings) -> channel.rules(settings));
    }

    @Override
    public String check(ConnectionId id) throws PluginException {
        ConnectionRow connection = frame.connections().connection(id);
        if (!(frame.extension(connection).instance() instanceof Checkable)) {
            return "";
        }
        Door<Checkable<Record>> door = new Door<>(frame, connection, Checkable.class);
        return door.call(TIME_TO_CHECK, (extension, settings) -> extension.check(settings), true);
    }

    @Override
    public List<SettingsField> fields(ConnectionRole role, String pluginId, String extensionId, Locale language) {
        return form(role, pluginId, extensionId).fields(language);
    }

    @Override
    public Optional<String> words(String key, Locale language) {
        return words(plugin -> true, key, language);
    }

    @Override
    public Optional<String> about(String pluginId, Locale language) {
        return words(plugin -> plugin.manifest().id().equals(pluginId), "about", language);
    }

    private Optional<String> words(Predicate<LoadedPlugin> whose, String key, Locale language) {
        return frame.folder().plugins().stream()
                .filter(whose)
                .flatMap(plugin -> plugin.extensions().stream())
                .flatMap(extension -> extension.settings().words(key, language).stream())
                .findFirst();
    }

    @Override
    public void validate(ConnectionRole role, String pluginId, String extensionId, Map<String, String> values)
            throws InvalidSettings {
        form(role, pluginId, extensionId).bind(values);
    }

    @Override
    public byte[] render(String formatId, Map<String, String> values, List<CarrierDocument> pages)
            throws PluginException {
        for (ExtensionRow row : extensions(ConnectionRole.LABEL_FORMAT)) {
            if (row.extensionId().equals(formatId)) {
                return render(row.pluginId(), formatId, values, pages);
            }
        }
        throw new PluginMissing("No plugin makes labels of the format '" + formatId
                + "'. Put one that does (label-zpl.jar) into the plugin folder, or switch it on.");
    }

    @SuppressWarnings("unchecked") // The record comes from the same extension.
    private byte[] render(String pluginId, String formatId, Map<String, String> values, List<CarrierDocument> pages)
            throws PluginException {
        LoadedPlugin plugin = frame.folder()
                .plugin(pluginId)
                .filter(LoadedPlugin::enter)
                .orElseThrow(
                        () -> new PluginMissing("The plugin '" + pluginId + "' is just being replaced. Try again."));
        try {
            LoadedExtension format = plugin.extension(ConnectionRole.LABEL_FORMAT, formatId)
                    .orElseThrow(
                            () -> new PluginMissing("The plugin '" + pluginId + "' has no format '" + formatId + "'."));
            return OwnThread.run(
                    "Plugin " + pluginId + " (format " + formatId + ")",
                    plugin.loader(),
                    TIME_TO_DRAW,
                    () -> ((LabelFormat<Record>) format.instance())
                            .render(pages, format.settings().bind(values)));
        } finally {
            plugin.leave();
        }
    }

    private SettingsForm form(ConnectionRole role, String pluginId, String extensionId) {
        return extension(role, pluginId, extensionId)
                .map(LoadedExtension::settings)
                .orElseThrow(() -> new PluginMissing("There is no " + Role.name(role) + " '" + extensionId
                        + "' of a plugin '" + pluginId + "'. Put the plugin into the plugin folder, or switch it on."));
    }

    private Optional<LoadedExtension> extension(ConnectionRole role, String pluginId, String extensionId) {
        return frame.folder().plugin(pluginId).flatMap(plugin -> plugin.extension(role, extensionId));
    }
}
