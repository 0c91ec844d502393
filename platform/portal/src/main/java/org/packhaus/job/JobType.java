package org.packhaus.job;

/**
 * A kind of job and what it carries. Kept in the database as JSON: name and record may grow, but must stay readable.
 *
 * @param name as in the audit log and in docs/operations, e.g. {@code shipment.confirm}
 * @param data ids only, never a buyer's data: jobs are not erased with the order
 */
public record JobType<D extends Record>(String name, Class<D> data) {}
