/** Labels of UPS. */
@NullMarked
package org.packhaus.plugin.ups;

import org.jspecify.annotations.NullMarked;
