/** How are secrets kept? Sealed one by one under a keyset that a key outside the database opens. */
@NullMarked
package org.packhaus.vault;

import org.jspecify.annotations.NullMarked;
