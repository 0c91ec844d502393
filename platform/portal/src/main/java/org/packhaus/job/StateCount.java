package org.packhaus.job;

/** How many rows are in a state. */
record StateCount(RowState state, long rows) {}
