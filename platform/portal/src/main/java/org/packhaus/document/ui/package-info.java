/** How a seller's papers are designed: settings beside a page that shows what comes of them. */
@NullMarked
package org.packhaus.document.ui;

import org.jspecify.annotations.NullMarked;
