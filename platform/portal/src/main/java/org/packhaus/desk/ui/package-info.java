/** The desk's views: order list, order, batches. */
@NullMarked
package org.packhaus.desk.ui;

import org.jspecify.annotations.NullMarked;
