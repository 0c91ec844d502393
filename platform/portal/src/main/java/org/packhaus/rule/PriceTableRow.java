package org.packhaus.rule;

import java.time.Instant;

/**
 * The price table of a product that counts now.
 *
 * @param number counts its versions from 1
 */
public record PriceTableRow(Offer offer, int number, PriceTable table, Instant savedAt, String savedBy) {}
