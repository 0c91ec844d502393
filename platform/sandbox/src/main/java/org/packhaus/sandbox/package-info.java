/** OTTO Market and the carriers, simulated over real HTTP. */
@NullMarked
package org.packhaus.sandbox;

import org.jspecify.annotations.NullMarked;
