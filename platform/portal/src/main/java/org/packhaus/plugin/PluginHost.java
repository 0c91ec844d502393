package org.packhaus.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.AfterSalesChannel;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.SellerId;

/** The plugins of this install, and the doors to them. All that takes a connection needs a scope that includes its seller. */
public interface PluginHost {

    /** Every file in the plugin folder, also those that are refused, by id. */
    List<PluginRow> list();

    /** What sellers can connect to now, by name. */
    List<ExtensionRow> extensions(ConnectionRole role);

    /** The same, for this seller: some plugins are kept to some sellers. Null for one that is just being set up. */
    default List<ExtensionRow> extensions(ConnectionRole role, @Nullable SellerId seller) {
        return extensions(role);
    }

    /** Keeps a plugin to some sellers, here and on every other node; none opens it to all. */
    void keepFor(String pluginId, Set<SellerId> sellers);

    /** Switches a plugin on, here and on every other node, for good. */
    void enable(String pluginId);

    /** Switches a plugin off; calls under way may end. */
    void disable(String pluginId);

    /** @throws PluginMissing if the connection's plugin is not there or has no such carrier */
    Installed<Carrier<Record>> carrier(ConnectionId connection);

    /** @throws PluginMissing if the connection's plugin is not there or has no such sales channel */
    Installed<SalesChannel<Record>> salesChannel(ConnectionId connection);

    /** @throws PluginMissing if the connection's plugin is not there or has no such label format */
    Installed<LabelFormat<Record>> labelFormat(ConnectionId connection);

    /** @throws PluginMissing if the connection's plugin is not there or has no such channel */
    Installed<AfterSalesChannel<Record>> afterSales(ConnectionId connection);

    /** Read once when the plugin was loaded, so it costs nothing and may be asked anywhere. */
    CarrierProfile carrierProfile(ConnectionId connection);

    /**
     * Since when the connection is left alone because its service failed too often; empty while calls go through, and when the next
     * call may try. Each node knows of its own calls only.
     */
    default Optional<Instant> leftAloneSince(ConnectionId connection) {
        return Optional.empty();
    }

    /** Read once when the plugin was loaded. */
    ChannelProfile channelProfile(ConnectionId connection);

    /**
     * What the sales channel will demand of a report; computed from the settings without calling out.
     *
     * @throws InvalidSettings if the stored settings do not make the plugin's record
     */
    ChannelRules channelRules(ConnectionId connection) throws PluginException;

    /**
     * "Test connection": tries the stored settings, also those of a paused or broken connection, which works again if they do.
     *
     * @return the plugin's sentence; empty if the extension cannot check
     */
    String check(ConnectionId connection) throws PluginException;

    /** The fields of the form for a new or changed connection, in order. */
    List<SettingsField> fields(ConnectionRole role, String pluginId, String extensionId, Locale language);

    /**
     * A plugin's own words for something that only it knows: {@code return-reason.WRONG_ITEM}. Read when it was loaded, so it costs
     * nothing; as the portal's own words, they are the same for all connections.
     */
    default Optional<String> words(String key, Locale language) {
        return Optional.empty();
    }

    /** What a plugin says of itself in that language: {@code about} in its texts. Empty where it says it in its manifest only. */
    default Optional<String> about(String pluginId, Locale language) {
        return Optional.empty();
    }

    /**
     * Whether values from a form would do.
     *
     * @param values by component name, the stored secrets filled in
     * @throws InvalidSettings naming the component to look at
     */
    void validate(ConnectionRole role, String pluginId, String extensionId, Map<String, String> values)
            throws InvalidSettings;

    /**
     * Has a plugin's label format make a file, with settings that belong to no seller's connection: those of a printer.
     *
     * @throws PluginMissing if no plugin has the format
     */
    byte[] render(String formatId, Map<String, String> settings, List<CarrierDocument> pages) throws PluginException;
}
