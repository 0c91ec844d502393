@NullMarked
package org.packhaus.seller;

import org.jspecify.annotations.NullMarked;
