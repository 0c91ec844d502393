/** Labels for printers that know dots only. */
@NullMarked
package org.packhaus.plugin.labelzpl;

import org.jspecify.annotations.NullMarked;
