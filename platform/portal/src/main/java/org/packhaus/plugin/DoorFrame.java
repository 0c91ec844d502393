package org.packhaus.plugin;

import java.time.Clock;
import java.util.Optional;
import org.packhaus.seller.ConnectionRow;

/** What all doors share. */
record DoorFrame(
        PluginFolder folder,
        Connections connections,
        CircuitBreakers breakers,
        PluginProperties properties,
        Clock clock) {

    /** @throws PluginMissing if there is none */
    LoadedExtension extension(ConnectionRow connection) {
        return plugin(connection)
                .flatMap(plugin -> plugin.extension(connection.role(), connection.extensionId()))
                .orElseThrow(() -> new PluginMissing(missingText(connection)));
    }

    /** Empty if it is not there, or not for this seller. */
    Optional<LoadedPlugin> plugin(ConnectionRow connection) {
        return folder.isFor(connection.pluginId(), connection.seller())
                ? folder.plugin(connection.pluginId())
                : Optional.empty();
    }

    /** Names plugin and connection, why it is not there, and what to do. */
    String missingText(ConnectionRow connection) {
        String plugin = connection.pluginId();
        String needed = "The connection '" + connection.name() + "' needs the plugin '" + plugin + "'";
        if (!folder.isFor(plugin, connection.seller())) {
            return needed
                    + ", which is kept to some sellers so far. An administrator opens it under Plugins; the work goes on by itself.";
        }
        if (folder.plugin(plugin).isPresent()) {
            return needed + ", which has no " + Role.name(connection.role()) + " '" + connection.extensionId()
                    + "' (any more). Install a version of the plugin that has it, or set up another connection.";
        }
        return folder.rows().stream()
                .filter(row -> row.id().equals(plugin))
                .findFirst()
                .map(row -> switch (row.state()) {
                    case DISABLED ->
                        needed + ", which is switched off. Switch it on under Plugins; the work goes on by itself.";
                    case REFUSED ->
                        needed + ", whose file " + row.file() + " is refused: "
                                + row.problem().map(PluginRow.Problem::text).orElse("");
                    case LOADED -> needed + ", which is just being replaced. Try again in a moment.";
                })
                .orElse(needed + ", which is not installed. Put " + plugin
                        + ".jar into the plugin folder; the work goes on by itself.");
    }
}
