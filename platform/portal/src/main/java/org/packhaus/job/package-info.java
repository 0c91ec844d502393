/**
 * What goes on without anybody looking? Jobs on db-scheduler, scheduled in the transaction that causes them, and batches: a job with
 * rows. Nothing that matters lives only in a user's session.
 */
@NullMarked
package org.packhaus.job;

import org.jspecify.annotations.NullMarked;
