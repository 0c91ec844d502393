/** Proves the sandbox over HTTP, the way everybody else meets it. */
@NullMarked
package org.packhaus.sandbox;

import org.jspecify.annotations.NullMarked;
