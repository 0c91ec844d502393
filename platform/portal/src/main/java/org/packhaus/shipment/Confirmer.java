package org.packhaus.shipment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.shipment.ConfirmationMoves.Next;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reports parcels to the channel exactly once: what is to be sent is committed before it is; after an uncertain answer the channel is
 * asked by carrier and number before anything is sent again; what it holds is read back and compared piece by piece.
 */
@Component
class Confirmer {
    private static final Logger log = LoggerFactory.getLogger(Confirmer.class);
    /** From one state to the next within a turn; more would be a circle. */
    private static final int STEPS = 6;

    private final ConfirmationMoves moves;
    private final ChannelDesk desk;
    private final Node node;
    private final LedgerTimes times;
    private final Clock clock;

    Confirmer(ConfirmationMoves moves, ChannelDesk desk, Node node, LedgerTimes times, Clock clock) {
        this.moves = moves;
        this.desk = desk;
        this.node = node;
        this.times = times;
        this.clock = clock;
    }

    List<ConfirmationId> schedule(OrderId order, String by) {
        return moves.schedule(order, by);
    }

    /** Goes on with a report as far as it can. @return when to go on; empty when it is over */
    Optional<Duration> goOn(ConfirmationId id) {
        for (int step = 0; step < STEPS; step++) {
            switch (moves.begin(id, node)) {
                case Next.Over over -> {
                    return Optional.empty();
                }
                case Next.Wait(Duration delay) -> {
                    return Optional.of(delay);
                }
                case Next.Send send -> send(id, send);
                case Next.Look look -> look(id, look);
            }
        }
        return Optional.of(Duration.ofSeconds(5));
    }

    private void send(ConfirmationId id, Next.Send send) {
        String actor = LedgerMoves.actor(node);
        try {
            String channelId = send.reports().size() == 1
                    ? desk.confirm(send.channel(), send.reports().getFirst())
                    : desk.confirmBoxes(send.channel(), send.reports());
            moves.reported(id, channelId, actor);
        } catch (PluginException e) {
            failed(id, e, actor);
        } catch (RuntimeException e) {
            log.error("Report {} broke off", id, e);
            moves.unclear(id, "report-broke", "The report broke off. The channel is asked what it knows.", actor);
        }
    }

    private void failed(ConfirmationId id, PluginException failure, String actor) {
        switch (failure) {
            case Rejected refusal
            when refusal.code().equals(Confirmation.ALREADY_REPORTED) ->
                // By us, if an answer was lost and nobody noticed; by somebody else, if not. The look tells.
                moves.unclear(id, refusal.code(), refusal.text(), actor);
            case Rejected refusal -> moves.refused(id, refusal.code(), refusal.text(), actor);
            case Unavailable busy -> moves.hadNoEffect(id, busy.code(), busy.text(), busy.retryAfter(), actor);
            case InvalidSettings wrong ->
                moves.hadNoEffect(id, wrong.code(), wrong.text(), Optional.of(Duration.ofSeconds(20)), actor);
            case Unclear lost -> moves.unclear(id, lost.code(), lost.text(), actor);
            case PluginFailed broken -> moves.unclear(id, broken.code(), broken.text(), actor);
        }
    }

    private void look(ConfirmationId id, Next.Look look) {
        Instant now = clock.instant();
        try {
            Map<Confirmation, ReportedShipment> held = new LinkedHashMap<>();
            for (Confirmation report : look.reports()) {
                desk.shipment(look.channel(), report.carrierCode(), report.trackingNumber())
                        .ifPresent(shipment -> held.put(report, shipment));
            }
            boolean waits = held.size() < look.reports().size()
                    && look.state() == ConfirmationState.REPORTED
                    && look.tries() < times.giveUpAfter();
            if (held.isEmpty() || waits) {
                notHeld(id, look, now);
            } else {
                compare(id, look, held);
            }
        } catch (PluginException e) {
            log.info("Report {} could not be read back: {}", id, e.text());
            Duration asked = e instanceof Unavailable busy ? busy.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
            Instant due = times.next(now, look.tries());
            moves.lookLater(id, e.code(), e.text(), now.plus(asked).isAfter(due) ? now.plus(asked) : due);
        }
    }

    private void compare(ConfirmationId id, Next.Look look, Map<Confirmation, ReportedShipment> held) {
        List<String> differences = new ArrayList<>();
        for (Confirmation report : look.reports()) {
            ReportedShipment there = held.get(report);
            if (there == null) {
                differences.add("box " + report.trackingNumber() + " is missing there");
            } else {
                differences.addAll(ReportComparison.differences(report, there));
            }
        }
        String actor = LedgerMoves.actor(node);
        if (differences.isEmpty()) {
            moves.confirmed(id, held.values().iterator().next().id(), actor);
            return;
        }
        boolean ours = look.state() == ConfirmationState.REPORTED;
        moves.mismatch(
                id,
                ours ? ConfirmationProblems.MISMATCH : ConfirmationProblems.REPORTED_OTHERWISE,
                "The channel holds " + numbers(look) + " differently: " + String.join("; ", differences)
                        + ". Correct it in the channel's own portal.",
                actor);
    }

    private static String numbers(Next.Look look) {
        return look.reports().stream().map(Confirmation::trackingNumber).collect(Collectors.joining(", "));
    }

    private void notHeld(ConfirmationId id, Next.Look look, Instant now) {
        String actor = LedgerMoves.actor(node);
        String number = numbers(look);
        if (look.state() == ConfirmationState.REPORTED) {
            if (look.tries() >= times.giveUpAfter()) {
                moves.mismatch(
                        id,
                        ConfirmationProblems.NOT_HELD,
                        "The channel took the report of " + number + " but does not show it. Look in its portal.",
                        actor);
            } else {
                moves.lookLater(
                        id,
                        "not-shown-yet",
                        "The channel does not show the report yet.",
                        times.next(now, look.tries()));
            }
            return;
        }
        Instant believed = look.since().plus(times.quiet());
        if (now.isBefore(believed)) {
            moves.lookLater(
                    id, "asking-channel", "The channel knows nothing of " + number + " yet; asked again.", believed);
        } else {
            moves.hadNoEffect(
                    id,
                    "not-reported",
                    "The channel knows nothing of " + number + "; it is reported again.",
                    Optional.empty(),
                    actor);
        }
    }
}
