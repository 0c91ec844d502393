@NullMarked
package org.packhaus.dayend;

import org.jspecify.annotations.NullMarked;
