/** UPS: OAuth, Shipping, Void, Label Recovery, Rating, Track. */
@NullMarked
package org.packhaus.sandbox.ups;

import org.jspecify.annotations.NullMarked;
