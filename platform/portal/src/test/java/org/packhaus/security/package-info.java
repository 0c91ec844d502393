@NullMarked
package org.packhaus.security;

import org.jspecify.annotations.NullMarked;
