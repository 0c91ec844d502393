@NullMarked
package org.packhaus.vault;

import org.jspecify.annotations.NullMarked;
