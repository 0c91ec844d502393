package org.packhaus.database;

/**
 * The database as administration shows it.
 *
 * @param embedded whether the portal brings it
 * @param version as the server says it
 * @param bytes of data and indexes, as the server estimates them
 * @param answerMillis how long a small question takes now
 */
public record DatabaseState(boolean embedded, String version, long bytes, long answerMillis) {}
