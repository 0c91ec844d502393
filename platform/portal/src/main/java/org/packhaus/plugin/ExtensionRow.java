package org.packhaus.plugin;

import java.util.List;
import org.packhaus.seller.ConnectionRole;

/**
 * Something a seller can connect to.
 *
 * @param extensionId the profile's id, stored in the connection
 * @param name the profile's name: {@code DHL}
 * @param abilities the SDK's names of what else it can do: {@code Tracking}
 */
public record ExtensionRow(
        String pluginId, String extensionId, ConnectionRole role, String name, List<String> abilities) {
    public ExtensionRow {
        abilities = List.copyOf(abilities);
    }
}
