package org.packhaus.job;

/**
 * A batch has moved on. Published on the node that works on it, at most five times a second a batch and always after the last row;
 * on other nodes a view asks {@link BatchService#progress} now and then.
 */
public record BatchChanged(BatchId batch) {}
