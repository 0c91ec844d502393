/** What is asked back from a carrier for a parcel it lost or broke, with which evidence, and what came of it? */
@NullMarked
package org.packhaus.claim;

import org.jspecify.annotations.NullMarked;
