package org.packhaus.aftersales;

import java.time.Instant;
import org.packhaus.seller.SellerId;

/**
 * A parcel that came and nobody had announced.
 *
 * @param code what was scanned
 * @param note what was in it
 */
public record UnknownRow(
        UnknownId id, SellerId seller, String code, String note, Instant receivedAt, String receivedBy) {}
