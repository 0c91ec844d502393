/** Screens for sellers, their connections and return numbers. */
@NullMarked
package org.packhaus.connect.ui;

import org.jspecify.annotations.NullMarked;
