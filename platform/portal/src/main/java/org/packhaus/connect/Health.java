package org.packhaus.connect;

/** How a connection is doing, the worst first. */
public enum Health {
    /** The service refuses us; its work rests until somebody has repaired the settings. */
    BROKEN,
    /** Its plugin is not there or is switched off. */
    PLUGIN_MISSING,
    /** The last call went wrong for a reason that settings cannot mend. */
    FAILING,
    PAUSED,
    /** Nobody has called yet. */
    UNTRIED,
    WORKS;

    /** Whether a person has to do something. */
    public boolean needsPerson() {
        return this == BROKEN || this == PLUGIN_MISSING;
    }
}
