@NullMarked
package org.packhaus.document;

import org.jspecify.annotations.NullMarked;
