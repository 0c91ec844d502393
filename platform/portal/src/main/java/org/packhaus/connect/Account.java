package org.packhaus.connect;

import java.util.List;
import org.packhaus.seller.ConnectionRow;

/**
 * A connection as people look at it.
 *
 * @param service what it connects to: {@code DHL}; the extension's id while its plugin is missing
 * @param abilities what the plugin can do beside its role, by the SDK's names
 */
public record Account(ConnectionRow row, Health health, String service, List<String> abilities) {
    public Account {
        abilities = List.copyOf(abilities);
    }

    public boolean can(Class<?> ability) {
        return abilities.contains(ability.getSimpleName());
    }
}
