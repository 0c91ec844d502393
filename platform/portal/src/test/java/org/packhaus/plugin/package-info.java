@NullMarked
package org.packhaus.plugin;

import org.jspecify.annotations.NullMarked;
