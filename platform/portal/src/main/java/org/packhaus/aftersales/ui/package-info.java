@NullMarked
package org.packhaus.aftersales.ui;

import org.jspecify.annotations.NullMarked;
