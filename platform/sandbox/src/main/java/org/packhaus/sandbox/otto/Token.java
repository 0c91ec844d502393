package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.Set;

/** An access token: for whom, for which interfaces, until when. */
record Token(String seller, Set<String> scopes, Instant expires) {}
