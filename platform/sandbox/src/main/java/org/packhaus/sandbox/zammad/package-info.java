/** A help desk: the few calls of Zammad's REST interface that a shop needs. */
@NullMarked
package org.packhaus.sandbox.zammad;

import org.jspecify.annotations.NullMarked;
