@NullMarked
package org.packhaus.connect;

import org.jspecify.annotations.NullMarked;
