/** Where does the number for the way back come from? Sources by seller and carrier, and pools of numbers bought beforehand. */
@NullMarked
package org.packhaus.returnnumber;

import org.jspecify.annotations.NullMarked;
