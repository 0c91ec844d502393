package org.packhaus.seller;

/** What a connection is for; one for each role a plugin can play. */
public enum ConnectionRole {
    CARRIER,
    SALES_CHANNEL,
    LABEL_FORMAT,
    AFTER_SALES
}
