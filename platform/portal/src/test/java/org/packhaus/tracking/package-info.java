@NullMarked
package org.packhaus.tracking;

import org.jspecify.annotations.NullMarked;
