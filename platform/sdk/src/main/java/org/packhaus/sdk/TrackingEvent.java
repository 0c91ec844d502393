package org.packhaus.sdk;

import java.time.Instant;

/**
 * Something that happened to a parcel.
 *
 * @param at when
 * @param status what it means
 * @param rawCode the carrier's code, kept word for word ({@code PCKDU/OTHER})
 * @param rawText the carrier's text, kept word for word
 * @param place where, as the carrier writes it; empty if it does not say
 */
public record TrackingEvent(Instant at, TrackingStatus status, String rawCode, String rawText, String place) {}
