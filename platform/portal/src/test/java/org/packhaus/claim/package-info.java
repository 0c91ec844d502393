@NullMarked
package org.packhaus.claim;

import org.jspecify.annotations.NullMarked;
