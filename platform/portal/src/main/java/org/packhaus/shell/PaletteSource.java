package org.packhaus.shell;

import java.util.List;

/** Somewhere the command palette looks. A room that has something to go to or to do offers a bean of this type. */
@FunctionalInterface
public interface PaletteSource {

    /**
     * What fits, best first. Asked with the user's sellers in scope at every pause in typing: must be quick.
     *
     * @param typed without spaces around it; empty when the palette has just been opened
     */
    List<PaletteHit> find(String typed, Formats formats);
}
