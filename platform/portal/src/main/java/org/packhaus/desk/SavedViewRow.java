package org.packhaus.desk;

/**
 * A saved way to look at the order list.
 *
 * @param query what stands behind the question mark of the list's address
 * @param mine whether its reader saved it; others' can be used, not changed
 */
public record SavedViewRow(long id, String name, String query, boolean shared, boolean mine) {}
