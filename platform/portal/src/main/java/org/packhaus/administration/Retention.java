package org.packhaus.administration;

import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * How long the buyers of a channel are kept.
 *
 * @param days after delivery
 */
public record Retention(SellerId seller, ConnectionId connection, String name, int days) {}
