@NullMarked
package org.packhaus.rule;

import org.jspecify.annotations.NullMarked;
