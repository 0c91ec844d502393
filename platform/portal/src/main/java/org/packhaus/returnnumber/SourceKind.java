package org.packhaus.returnnumber;

/** Where return numbers come from. What a label brings by itself is taken first, unless the source says otherwise. */
public enum SourceKind {
    /** From the carrier's answer when the label is bought; parcels of other carriers get none. */
    CALL,
    /** From a return label bought for each parcel. */
    API,
    /** From a stock of numbers the carrier gave the seller beforehand. */
    POOL
}
