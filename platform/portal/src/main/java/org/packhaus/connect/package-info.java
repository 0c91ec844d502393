/** How is a seller connected? Its data, its accounts at channels and carriers, and the set-up that leads to the first parcel. */
@NullMarked
package org.packhaus.connect;

import org.jspecify.annotations.NullMarked;
