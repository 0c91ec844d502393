/**
 * A person's ways through the portal with a real browser. Each test is a story; how the screens are worked stands in the page objects,
 * and one demo serves all of them.
 */
@NullMarked
package org.packhaus.journey;

import org.jspecify.annotations.NullMarked;
