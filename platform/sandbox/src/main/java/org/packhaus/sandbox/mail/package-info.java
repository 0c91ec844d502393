/** Sellers' mailboxes. */
@NullMarked
package org.packhaus.sandbox.mail;

import org.jspecify.annotations.NullMarked;
