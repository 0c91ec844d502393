@NullMarked
package org.packhaus.shell;

import org.jspecify.annotations.NullMarked;
