package org.packhaus.job;

import org.packhaus.audit.Actor;

/**
 * A batch has been worked off. Published on the node that did.
 *
 * @param startedBy who wants to know
 */
public record BatchFinished(BatchId batch, Actor startedBy) {}
