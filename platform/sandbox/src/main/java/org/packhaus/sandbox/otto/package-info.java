/** How does OTTO Market behave? Token, orders, shipments, availability, shipping profiles, products. */
@NullMarked
package org.packhaus.sandbox.otto;

import org.jspecify.annotations.NullMarked;
