/** {@code ./packhaus label-check}: every label of a whole warehouse, in every format, read as scanners read. */
@NullMarked
package org.packhaus.labelcheck;

import org.jspecify.annotations.NullMarked;
