/** Orders from OTTO Market, and shipments reported back to it. */
@NullMarked
package org.packhaus.plugin.otto;

import org.jspecify.annotations.NullMarked;
