/** A small program beside the printers. It only ever calls out. */
@NullMarked
package org.packhaus.agent;

import org.jspecify.annotations.NullMarked;
