/**
 * Where are the parcels, do they come in time, and what can be done where they do not? The history of every parcel as its carrier tells it,
 * what follows from it, and when to ask again.
 */
@NullMarked
package org.packhaus.tracking;

import org.jspecify.annotations.NullMarked;
