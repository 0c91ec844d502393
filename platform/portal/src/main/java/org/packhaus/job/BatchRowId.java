package org.packhaus.job;

/** A row of a batch. */
public record BatchRowId(long value) {}
