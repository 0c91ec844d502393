package org.packhaus.sdk;

/** Ability: the settings can be tried without cost or effect. It is the button <em>Test connection</em>. */
public interface Checkable<S extends Record> {

    /**
     * Tries the settings.
     *
     * @return a sentence about what was reached ("Signed in as …, 3 products"), shown to the seller
     * @throws InvalidSettings if they do not work, naming the component to look at
     */
    String check(S settings) throws PluginException;
}
