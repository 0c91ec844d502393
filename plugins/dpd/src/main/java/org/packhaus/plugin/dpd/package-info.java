/** Labels of DPD in Germany, through the META API of its group. */
@NullMarked
package org.packhaus.plugin.dpd;

import org.jspecify.annotations.NullMarked;
