/** Users, the audit log, the state of the install, and everybody's own account. */
@NullMarked
package org.packhaus.administration.ui;

import org.jspecify.annotations.NullMarked;
