package org.packhaus.plugin;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * A plugin file with what the install remembers of it.
 *
 * @param approvedBy why it may be loaded: whose signature, the checksum list, the policy; null if it never was
 * @param connections how many connections of all sellers use it
 * @param broken how many of these do not work
 * @param previous whether the file it replaced is kept
 * @param onlyFor the sellers it is kept to; empty for all
 */
public record PluginDetails(
        PluginRow row,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String sha256,
        long connections,
        long broken,
        boolean previous,
        Set<SellerId> onlyFor) {
    public PluginDetails {
        onlyFor = Set.copyOf(onlyFor);
    }
}
