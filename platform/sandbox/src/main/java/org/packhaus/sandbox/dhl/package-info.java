/** How does DHL Parcel DE behave? Token, orders, labels, manifests, tracking, charges. */
@NullMarked
package org.packhaus.sandbox.dhl;

import org.jspecify.annotations.NullMarked;
