package org.packhaus.sdk;

/**
 * What the seller decided about a piece.
 *
 * @param channelOrderId of its order
 * @param channelItemId its own
 * @param verdict taken back or refused
 * @param condition how it was found
 * @param reason code of one of {@link Returns#reasons()} for this verdict
 */
public record ReturnDecision(
        String channelOrderId, String channelItemId, Verdict verdict, ItemCondition condition, String reason) {

    /** Which way a decision goes. */
    public enum Verdict {
        /** Taken back; the buyer is paid at once. Final. */
        ACCEPT,
        /** Refused; may be taken back later. */
        REJECT
    }
}
