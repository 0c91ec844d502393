@NullMarked
package org.packhaus.aftersales;

import org.jspecify.annotations.NullMarked;
