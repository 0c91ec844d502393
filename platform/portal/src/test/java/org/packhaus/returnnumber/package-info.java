@NullMarked
package org.packhaus.returnnumber;

import org.jspecify.annotations.NullMarked;
