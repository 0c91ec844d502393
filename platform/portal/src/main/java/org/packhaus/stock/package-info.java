/** How many are there, and for whom? On hand, reserved by piece, and what the channels are told. */
@NullMarked
package org.packhaus.stock;

import org.jspecify.annotations.NullMarked;
