@NullMarked
package org.packhaus.claim.ui;

import org.jspecify.annotations.NullMarked;
