package org.packhaus.sdk;

/**
 * Why a piece is taken back or refused.
 *
 * @param code the channel's own: {@code RETURN_RECEIVED}
 * @param verdict what it is a reason for
 * @param unseen whether it needs no piece in hand, nor an announcement: lost on the way, undeliverable
 */
public record ReturnReason(String code, ReturnDecision.Verdict verdict, boolean unseen) {}
