package org.packhaus.sdk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ability of a {@link SalesChannel} or an {@link AfterSalesChannel}: what buyers send back is announced there and decided there. */
public interface Returns<S extends Record> {

    /** One page of pieces that come back, those that changed last first. */
    ReturnPage returns(ReturnQuery query, S settings) throws PluginException;

    /**
     * One page of the parcels in which they come back.
     *
     * @param since announced or moved at this moment or later
     * @param cursor where the last page ended, as {@link ReturnParcelPage#next()} gave it
     */
    ReturnParcelPage returnParcels(Instant since, Optional<String> cursor, S settings) throws PluginException;

    /** Why a piece may be taken back or refused, in the order in which people should be offered it. Constant; texts: {@code return-reason.CODE}. */
    List<ReturnReason> reasons();

    /** How many pieces one decision takes, at least 1. */
    int mostPerDecision();

    /**
     * After how long without a decision the channel takes a piece back itself, counted from when its parcel arrived; empty if it never does
     * or does not say.
     */
    default Optional<Duration> decidesItselfAfter(S settings) {
        return Optional.empty();
    }

    /**
     * Decides, at most {@link #mostPerDecision()} pieces, all of the same {@link ReturnDecision#verdict()}. Taking back pays the buyer at once
     * and is final; what was refused can still be taken back.
     *
     * @return one answer for each decision, in the same order
     * @throws Rejected if the whole was refused and nothing decided
     * @throws Unavailable if it certainly had no effect
     * @throws Unclear if some of it may have been taken; then {@link #returns} tells
     */
    List<Answer> decide(List<ReturnDecision> decisions, S settings) throws PluginException;

    /**
     * How the channel took one decision.
     *
     * @param channelItemId of which piece
     * @param error why it was refused; empty if it was taken
     */
    record Answer(String channelItemId, Optional<Error> error) {}

    /**
     * A refusal.
     *
     * @param code {@link #ALREADY_TAKEN_BACK}, {@link #NOT_SENT}, or the channel's own
     * @param text what the channel said
     */
    record Error(String code, String text) {}

    /** The code of an {@link Error}: the piece was taken back before, and the buyer was paid. */
    String ALREADY_TAKEN_BACK = "already-taken-back";

    /** The code of an {@link Error}: the piece was never sent, so it cannot come back. */
    String NOT_SENT = "not-sent";
}
