package org.packhaus.connect;

/** The way of a new seller from credentials to the first parcel. */
public enum SetUpStep {
    CHANNEL,
    TEST,
    RETURNS,
    SENDER,
    CARRIER,
    TRIAL
}
