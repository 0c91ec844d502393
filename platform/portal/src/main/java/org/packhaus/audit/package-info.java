/** Who did what? An append-only book: nothing in it is ever changed. */
@NullMarked
package org.packhaus.audit;

import org.jspecify.annotations.NullMarked;
