/** Print stations on the screen. */
@NullMarked
package org.packhaus.print.ui;

import org.jspecify.annotations.NullMarked;
