/**
 * How is it going? Today's deadlines, what hinders, what labels cost, seller beside seller.
 */
@NullMarked
package org.packhaus.insight;

import org.jspecify.annotations.NullMarked;
