/** Labels of DHL Parcel DE (Deutsche Post & DHL). */
@NullMarked
package org.packhaus.plugin.dhl;

import org.jspecify.annotations.NullMarked;
