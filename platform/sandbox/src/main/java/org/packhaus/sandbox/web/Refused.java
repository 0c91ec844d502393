package org.packhaus.sandbox.web;

/** Ends the handling of a request with an answer. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    public Refused(Reply reply) {
        super("Answered with " + reply.status(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
