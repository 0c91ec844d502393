/** What do all neighbours share? The clock, the sellers and what they sell. */
@NullMarked
package org.packhaus.sandbox.world;

import org.jspecify.annotations.NullMarked;
