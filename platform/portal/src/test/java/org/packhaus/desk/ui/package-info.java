@NullMarked
package org.packhaus.desk.ui;

import org.jspecify.annotations.NullMarked;
