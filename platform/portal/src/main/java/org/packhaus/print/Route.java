package org.packhaus.print;

/** How a file gets to a printer. */
public enum Route {
    /** A small program beside the printer fetches it: nothing has to be reachable from outside. */
    AGENT,
    /** CUPS, or the printer itself, by the Internet Printing Protocol. */
    IPP,
    /** The bytes into a socket, port 9100 as a rule; a label printer does not say what became of them. */
    RAW
}
