package org.packhaus.plugin;

import java.net.ConnectException;

/** A plugin wanted to call a host it may not call. A {@link ConnectException}, because nothing was sent. */
final class HostNotAllowed extends ConnectException {
    private static final long serialVersionUID = 1;

    HostNotAllowed(String text) {
        super(text);
    }
}
