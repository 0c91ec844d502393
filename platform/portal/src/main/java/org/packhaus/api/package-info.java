/** What may another program ask? Reading orders and parcels with a token, in the sellers' scope that the token has. */
@NullMarked
package org.packhaus.api;

import org.jspecify.annotations.NullMarked;
