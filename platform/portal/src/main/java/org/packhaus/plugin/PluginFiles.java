package org.packhaus.plugin;

import java.util.Set;

/** What the install remembers of plugin files. The database in the portal, a map in tests. */
interface PluginFiles {

    /** Records that this file may be loaded, and why; a plugin not known before is switched on. */
    void approved(PluginManifest manifest, String file, String sha256, String why);

    /** The plugins a person has switched off. */
    Set<String> disabled();

    /** @return false if no such plugin was ever approved */
    boolean setEnabled(String pluginId, boolean enabled);
}
