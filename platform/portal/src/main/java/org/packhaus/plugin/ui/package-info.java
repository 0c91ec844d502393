/** Plugins on the screen. */
@NullMarked
package org.packhaus.plugin.ui;

import org.jspecify.annotations.NullMarked;
