package org.packhaus.seller;

import java.util.List;

/** A seller's account at a plugin's extension, before it is saved. */
public record NewConnection(
        SellerId seller,
        String pluginId,
        String extensionId,
        ConnectionRole role,
        String name,
        List<Setting> settings) {
    public NewConnection {
        settings = List.copyOf(settings);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a connection has a name");
        }
    }
}
