/** Does anybody see another seller's data? Generated from what is there: entities, services, endpoints. */
@NullMarked
package org.packhaus.isolation;

import org.jspecify.annotations.NullMarked;
