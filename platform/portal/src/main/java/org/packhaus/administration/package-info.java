/**
 * How is the install looked after? What an administrator asks of all the other rooms: who may come in, what went on, is everything well.
 */
@NullMarked
package org.packhaus.administration;

import org.jspecify.annotations.NullMarked;
