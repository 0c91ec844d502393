package org.packhaus.plugin;

import java.util.Set;
import org.packhaus.seller.SellerId;

/** What the install remembers of plugin files. The database in the portal, a map in tests. */
interface PluginFiles {

    /** Records that this file may be loaded, and why; a plugin not known before is switched on. */
    void approved(PluginManifest manifest, String file, String sha256, String why);

    /** Which plugins may work, and for whom. */
    PluginSwitches switches();

    /** @return false if no such plugin was ever approved */
    boolean setEnabled(String pluginId, boolean enabled);

    /**
     * Keeps a plugin to some sellers; none opens it to all.
     *
     * @return false if no such plugin was ever approved
     */
    boolean keepFor(String pluginId, Set<SellerId> sellers);
}
