package org.packhaus.sandbox.web;

/** The body of a request is not JSON. The server answers 400 in the shape of the interface that was called. */
final class BadBody extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadBody(Throwable cause) {
        super("The body of the request is not JSON", cause);
    }
}
