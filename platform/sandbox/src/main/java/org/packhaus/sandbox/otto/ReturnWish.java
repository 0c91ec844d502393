package org.packhaus.sandbox.otto;

import java.util.Map;

/**
 * What a buyer will send back, made up when the parcel leaves the seller.
 *
 * @param hours from the delivery until the buyer registers it
 * @param pieces position items and what will lie in the box for them
 * @param fastRefund OTTO pays the buyer before the seller has seen anything
 */
public record ReturnWish(int hours, Map<String, BoxContents> pieces, ReturnWay way, boolean fastRefund) {}
