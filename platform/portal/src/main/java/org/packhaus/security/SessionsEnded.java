package org.packhaus.security;

/** Every session of a user is over, whatever it shows. */
public record SessionsEnded(UserId user) {}
