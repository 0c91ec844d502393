@NullMarked
package org.packhaus.casework.ui;

import org.jspecify.annotations.NullMarked;
