package org.packhaus.agent;

/**
 * A file to be printed.
 *
 * @param printer as the portal calls it
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and compared nowhere.
record Job(long id, String printer, String title, String type, byte[] content) {}
