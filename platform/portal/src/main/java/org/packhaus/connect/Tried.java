package org.packhaus.connect;

import java.util.Optional;

/** What came of trying a connection. */
public sealed interface Tried {

    /** @param says the plugin's sentence about what was reached */
    record Works(String says) implements Tried {}

    /** The plugin has no way to try without cost. */
    record CannotBeTried() implements Tried {}

    /**
     * @param text what happened and what to do
     * @param field the setting to look at, if one is to blame
     */
    record Fails(String code, String text, Optional<String> field) implements Tried {}
}
