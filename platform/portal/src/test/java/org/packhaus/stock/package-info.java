@NullMarked
package org.packhaus.stock;

import org.jspecify.annotations.NullMarked;
