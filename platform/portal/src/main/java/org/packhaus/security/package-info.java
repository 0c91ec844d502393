/** Who is it, and what may they do? Users, roles, sign-in, and the sellers in view. */
@NullMarked
package org.packhaus.security;

import org.jspecify.annotations.NullMarked;
