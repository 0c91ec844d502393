/** GLS: token, ShipIT Farm, Track &amp; Trace. */
@NullMarked
package org.packhaus.sandbox.gls;

import org.jspecify.annotations.NullMarked;
