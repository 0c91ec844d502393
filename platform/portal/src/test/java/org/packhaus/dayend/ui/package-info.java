@NullMarked
package org.packhaus.dayend.ui;

import org.jspecify.annotations.NullMarked;
