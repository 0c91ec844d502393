/** What is in a list that somebody made in a spreadsheet, and how is one written that a spreadsheet opens? */
@NullMarked
package org.packhaus.sheet;

import org.jspecify.annotations.NullMarked;
