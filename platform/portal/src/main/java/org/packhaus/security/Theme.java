package org.packhaus.security;

/** The colours a user wants. */
public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
}
