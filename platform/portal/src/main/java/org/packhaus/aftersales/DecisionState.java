package org.packhaus.aftersales;

/** Where a decision stands on its way to the channel. */
enum DecisionState {
    /** Will be sent. */
    WANTED,
    /** One node is sending it, or died while it did. */
    SENDING,
    /** The answer was lost: the channel is asked before anything is sent again. */
    UNCLEAR,
    /** The channel has it. */
    TAKEN,
    /** The channel said no; nothing was decided. */
    REFUSED
}
