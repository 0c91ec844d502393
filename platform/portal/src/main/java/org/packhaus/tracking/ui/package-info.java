@NullMarked
package org.packhaus.tracking.ui;

import org.jspecify.annotations.NullMarked;
