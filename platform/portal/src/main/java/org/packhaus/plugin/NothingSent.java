package org.packhaus.plugin;

import java.net.ConnectException;

/** The portal did not let a request go out: no call under way, no time left, rate limit. */
final class NothingSent extends ConnectException {
    private static final long serialVersionUID = 1;

    NothingSent(String text) {
        super(text);
    }
}
