/** When is a carrier's day closed, and which paper goes with the driver? */
@NullMarked
package org.packhaus.dayend;

import org.jspecify.annotations.NullMarked;
