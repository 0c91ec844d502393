@NullMarked
package org.packhaus.shipment;

import org.jspecify.annotations.NullMarked;
