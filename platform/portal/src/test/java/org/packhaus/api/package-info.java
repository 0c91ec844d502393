@NullMarked
package org.packhaus.api;

import org.jspecify.annotations.NullMarked;
