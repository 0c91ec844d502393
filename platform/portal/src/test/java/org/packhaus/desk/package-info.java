@NullMarked
package org.packhaus.desk;

import org.jspecify.annotations.NullMarked;
