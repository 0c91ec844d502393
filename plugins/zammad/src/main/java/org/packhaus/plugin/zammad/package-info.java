/** How does a help desk's ticket become a message, and an answer an article? */
@NullMarked
package org.packhaus.plugin.zammad;

import org.jspecify.annotations.NullMarked;
