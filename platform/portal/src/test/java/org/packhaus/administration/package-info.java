@NullMarked
package org.packhaus.administration;

import org.jspecify.annotations.NullMarked;
