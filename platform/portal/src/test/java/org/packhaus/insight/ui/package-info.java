@NullMarked
package org.packhaus.insight.ui;

import org.jspecify.annotations.NullMarked;
