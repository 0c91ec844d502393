@NullMarked
package org.packhaus.insight;

import org.jspecify.annotations.NullMarked;
