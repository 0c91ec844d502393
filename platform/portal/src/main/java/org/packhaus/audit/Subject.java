package org.packhaus.audit;

/** What was acted on, e.g. {@code new Subject("order", 17)}. */
public record Subject(String type, long id) {}
