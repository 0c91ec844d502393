/** What does Hermes Germany answer? Sign-in, shipment orders, return orders, shipment info. */
@NullMarked
package org.packhaus.sandbox.hermes;

import org.jspecify.annotations.NullMarked;
