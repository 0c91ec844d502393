/**
 * What was ordered, by whom, and may it leave? Orders from sales channels, their import, holds, the address check and the list.
 */
@NullMarked
package org.packhaus.order;

import org.jspecify.annotations.NullMarked;
