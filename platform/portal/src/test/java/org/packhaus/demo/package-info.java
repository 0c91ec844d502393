@NullMarked
package org.packhaus.demo;

import org.jspecify.annotations.NullMarked;
