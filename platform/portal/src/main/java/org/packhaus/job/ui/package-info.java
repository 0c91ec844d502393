/** Jobs on the screen. */
@NullMarked
package org.packhaus.job.ui;

import org.jspecify.annotations.NullMarked;
