package org.packhaus.job;

/** How many rows of a batch are in a state. */
record StateCount(long batch, RowState state, long rows) {}
