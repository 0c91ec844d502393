package org.packhaus.plugin;

import java.util.List;

/**
 * One component of a plugin's settings record, as a form draws it.
 *
 * @param name the component's name, and the key under which the value is stored
 * @param label in the user's language; the name if the plugin has no text for it
 * @param help empty if there is none
 * @param required whether an empty value is refused
 * @param secret whether the value is encrypted and never shown again
 * @param options the constants of an enum in their order; empty for other kinds
 * @param initial what a new form starts with; empty if nothing
 */
public record SettingsField(
        String name,
        String label,
        String help,
        Kind kind,
        boolean required,
        boolean secret,
        List<Option> options,
        String initial) {
    public SettingsField {
        options = List.copyOf(options);
    }

    /** Which control fits. */
    public enum Kind {
        TEXT,
        SECRET,
        BOOLEAN,
        INTEGER,
        DECIMAL,
        URI,
        TIME,
        CHOICE
    }

    /** One constant of an enum and how it is shown. */
    public record Option(String value, String label) {}
}
