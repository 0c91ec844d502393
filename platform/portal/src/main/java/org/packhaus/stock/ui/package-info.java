/** Stock on the screen. */
@NullMarked
package org.packhaus.stock.ui;

import org.jspecify.annotations.NullMarked;
