@NullMarked
package org.packhaus.print;

import org.jspecify.annotations.NullMarked;
