/** The portal. */
@NullMarked
package org.packhaus;

import org.jspecify.annotations.NullMarked;
