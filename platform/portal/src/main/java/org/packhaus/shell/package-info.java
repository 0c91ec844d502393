/** The frame around every view: drawer, sign-in, what is said when something fails, and the small parts all views share. */
@NullMarked
package org.packhaus.shell;

import org.jspecify.annotations.NullMarked;
