/** Which call goes wrong, and how? Dials that tests and the demo turn. */
@NullMarked
package org.packhaus.sandbox.fault;

import org.jspecify.annotations.NullMarked;
