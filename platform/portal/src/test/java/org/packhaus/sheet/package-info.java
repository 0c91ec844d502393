@NullMarked
package org.packhaus.sheet;

import org.jspecify.annotations.NullMarked;
