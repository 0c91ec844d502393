@NullMarked
package org.packhaus.plugin.settings;

import org.jspecify.annotations.NullMarked;
