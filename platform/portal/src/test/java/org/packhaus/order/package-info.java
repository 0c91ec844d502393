@NullMarked
package org.packhaus.order;

import org.jspecify.annotations.NullMarked;
