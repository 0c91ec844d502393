/** Which printer prints what, and did it come out? */
@NullMarked
package org.packhaus.print;

import org.jspecify.annotations.NullMarked;
