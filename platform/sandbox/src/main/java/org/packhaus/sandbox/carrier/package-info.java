/** What carriers have in common: sales, travel, labels. */
@NullMarked
package org.packhaus.sandbox.carrier;

import org.jspecify.annotations.NullMarked;
