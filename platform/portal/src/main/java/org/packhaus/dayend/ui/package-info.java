/** How does a person close a carrier's day? */
@NullMarked
package org.packhaus.dayend.ui;

import org.jspecify.annotations.NullMarked;
