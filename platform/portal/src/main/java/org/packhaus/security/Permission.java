package org.packhaus.security;

/** What can be allowed. Views and services ask for one of these, never for a role. */
public enum Permission {
    SEE_ORDERS,
    /** Hold, release, correct an address. */
    EDIT_ORDERS,
    /** Buy, print and void labels. */
    SHIP,
    /** Tell the channel that a parcel has left. */
    CONFIRM,
    /** Pick, scan and pack. */
    PACK,
    AFTER_SALES,
    EDIT_STOCK,
    SEE_AUDIT,
    /** A seller's data, members and connections. */
    MANAGE_SELLERS,
    /** The whole install: users, new sellers, plugins. Needs the administrator's mark, no role gives it. */
    ADMINISTER
}
