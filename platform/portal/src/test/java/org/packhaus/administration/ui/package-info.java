@NullMarked
package org.packhaus.administration.ui;

import org.jspecify.annotations.NullMarked;
