package org.packhaus.sandbox.fault;

/** What was drawn for one call. */
public record Fault(FaultKind kind, int millis) {
    static final Fault NONE = new Fault(FaultKind.NONE, 0);
}
