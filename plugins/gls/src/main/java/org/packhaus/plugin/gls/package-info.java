/** Labels of GLS Germany (ShipIT Farm, Track &amp; Trace). */
@NullMarked
package org.packhaus.plugin.gls;

import org.jspecify.annotations.NullMarked;
