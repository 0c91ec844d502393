package org.packhaus.shell;

import java.util.List;

/** A view with keys of its own. Whoever presses the question mark is told of them. */
public interface HasKeys {

    /**
     * What keys do.
     *
     * @param caps as on the keyboard, with a space between keys: {@code "Shift x"}
     * @param textKey what happens, in the bundle
     */
    record Key(String caps, String textKey) {}

    List<Key> keys();
}
