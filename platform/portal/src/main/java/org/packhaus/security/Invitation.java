package org.packhaus.security;

/**
 * A user who will choose a password.
 *
 * @param administrator of the whole install
 */
public record Invitation(String email, String name, String language, boolean administrator) {}
