/** Contract tests and fakes for plugin authors. */
@NullMarked
package org.packhaus.sdk.test;

import org.jspecify.annotations.NullMarked;
