/** Which carrier brings which parcel? Shipping rules in versions, price tables, and what would come of a draft. */
@NullMarked
package org.packhaus.rule;

import org.jspecify.annotations.NullMarked;
