package org.packhaus.casework;

/** Where an answer is on its way out. */
public enum AnswerState {
    /** Written; nothing was sent. */
    PLANNED,
    /** Somebody is sending it, or died while they did. */
    SENDING,
    SENT,
    /** The channel said no; nothing was sent. */
    REJECTED,
    /** It may have been sent; a person looks. */
    UNCLEAR,
    /** It was sent and came back. */
    BOUNCED,
    /** A person decided that it does not go out. */
    DROPPED
}
