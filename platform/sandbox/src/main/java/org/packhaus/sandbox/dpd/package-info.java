/** How does DPD's META API answer? Germany's unit of it, and the tracking service of the contract customers beside it. */
@NullMarked
package org.packhaus.sandbox.dpd;

import org.jspecify.annotations.NullMarked;
