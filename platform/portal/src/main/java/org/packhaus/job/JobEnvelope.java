package org.packhaus.job;

import java.util.List;

/**
 * A job as it lies in the database.
 *
 * @param type name of its {@link JobType}
 * @param data its record, as JSON
 * @param sellers who is in scope when it runs
 */
record JobEnvelope(String type, String data, List<Long> sellers) {}
