@NullMarked
package org.packhaus.database;

import org.jspecify.annotations.NullMarked;
