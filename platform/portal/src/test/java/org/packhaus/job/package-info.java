@NullMarked
package org.packhaus.job;

import org.jspecify.annotations.NullMarked;
