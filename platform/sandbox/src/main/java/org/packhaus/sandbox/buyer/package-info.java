/** What do buyers order, and where do they live? */
@NullMarked
package org.packhaus.sandbox.buyer;

import org.jspecify.annotations.NullMarked;
