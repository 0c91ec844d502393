package org.packhaus.plugin;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * Which plugins may work, and for whom.
 *
 * @param disabled those a person has switched off
 * @param onlyFor those that only some sellers may use so far; who is not named is for everybody
 */
record PluginSwitches(Set<String> disabled, Map<String, Set<SellerId>> onlyFor) {
    static final PluginSwitches ALL_ON = new PluginSwitches(Set.of(), Map.of());

    PluginSwitches {
        disabled = Set.copyOf(disabled);
        onlyFor = Map.copyOf(onlyFor);
    }

    /** @param seller null for one that is just being set up */
    boolean isFor(String pluginId, @Nullable SellerId seller) {
        Set<SellerId> some = onlyFor.get(pluginId);
        return some == null || (seller != null && some.contains(seller));
    }
}
