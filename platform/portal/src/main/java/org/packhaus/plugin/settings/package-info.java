/** How does a plugin's settings record become a form, and stored values a record again? */
@NullMarked
package org.packhaus.plugin.settings;

import org.jspecify.annotations.NullMarked;
