package org.packhaus.shell;

import java.util.List;

/** Somewhere the command palette looks. A room that has something to go to or to do offers a bean of this type. */
@FunctionalInterface
public interface PaletteSource {

    /**
     * What fits, best first. Asked at every pause in typing: must be quick. Whose data it looks at is its own choice: orders are those of
     * the sellers in view, but a seller that is out of view can be brought back.
     *
     * @param typed without spaces around it; empty when the palette has just been opened
     */
    List<PaletteHit> find(String typed, Formats formats);
}
