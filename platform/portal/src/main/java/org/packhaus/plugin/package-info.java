/**
 * How are plugins loaded, verified and called? The only room that knows PF4J.
 *
 * <p>{@link org.packhaus.plugin.PluginHost} is the way in, {@link org.packhaus.plugin.Installed} the one door to an extension.
 */
@NullMarked
package org.packhaus.plugin;

import org.jspecify.annotations.NullMarked;
