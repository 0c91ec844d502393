/** How do tests and the demo steer the sandbox? Nothing here exists at a real neighbour. */
@NullMarked
package org.packhaus.sandbox.control;

import org.jspecify.annotations.NullMarked;
