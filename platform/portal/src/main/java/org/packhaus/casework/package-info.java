/**
 * What do buyers write, and who answers them? Cases with everything said in them, and the answers that go out once.
 */
@NullMarked
package org.packhaus.casework;

import org.jspecify.annotations.NullMarked;
