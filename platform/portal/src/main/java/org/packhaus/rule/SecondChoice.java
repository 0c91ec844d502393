package org.packhaus.rule;

/** Who brings the parcel when the first choice is out. */
public record SecondChoice(Offer offer, Mode mode) {

    /** Who decides. */
    public enum Mode {
        /** A person, order by order. */
        ASK,
        /** Nobody needs to be asked. */
        SWITCH
    }
}
