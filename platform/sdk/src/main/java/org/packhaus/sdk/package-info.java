/** What a Packhaus plugin may see. */
@NullMarked
package org.packhaus.sdk;

import org.jspecify.annotations.NullMarked;
