package org.packhaus.order;

import java.time.Instant;

/**
 * Something that happened to an order.
 *
 * @param code what, stable: {@code imported}, {@code label-bought}
 * @param text a sentence in English; views translate by code where they can
 * @param by a user's name, or {@code system}
 */
public record TimelineEntry(Instant at, String code, String text, String by) {}
