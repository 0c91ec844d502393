package org.packhaus.rule;

import org.packhaus.seller.ConnectionId;

/**
 * A product of a carrier under one contract.
 *
 * @param connection the contract
 * @param product the carrier's own code
 */
public record Offer(ConnectionId connection, String product) {}
