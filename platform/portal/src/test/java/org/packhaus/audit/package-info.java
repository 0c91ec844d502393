@NullMarked
package org.packhaus.audit;

import org.jspecify.annotations.NullMarked;
