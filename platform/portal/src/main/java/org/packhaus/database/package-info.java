/** Which database do we talk to? The embedded MariaDB by default, any other by {@code PACKHAUS_DB_URL}. */
@NullMarked
package org.packhaus.database;

import org.jspecify.annotations.NullMarked;
