/** How does a buyer's mail come in and an answer go out? */
@NullMarked
package org.packhaus.plugin.mail;

import org.jspecify.annotations.NullMarked;
