/** How does a person at a desk ship orders? Lists and pages that span orders, shipments, documents and batches; above those rooms. */
@NullMarked
package org.packhaus.desk;

import org.jspecify.annotations.NullMarked;
