package org.packhaus.shipment;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionId;

/** A channel that takes each number once, as OTTO does, and can forget to answer. */
final class FakeChannelDesk implements ChannelDesk {
    /** What happens to the next report. */
    enum Mood {
        FINE,
        LOSES_ANSWER,
        BREAKS_BEFORE,
        BUSY,
        BAD_CREDENTIALS,
        REFUSES,
        CALLER_DIES_AFTER
    }

    private final BlockingDeque<Mood> moods = new LinkedBlockingDeque<>();
    private final List<Confirmation> taken = new CopyOnWriteArrayList<>();
    private final Map<String, ReportedShipment> held = new ConcurrentHashMap<>();
    private volatile Optional<ChannelRules> rules =
            Optional.of(new ChannelRules(Set.of("DHL", "GLS"), true, Set.of("DHL"), Optional.empty()));
    private volatile int posts;
    private volatile boolean takesBoxes = true;
    private volatile boolean cancels = true;
    private final List<List<String>> cancelled = new CopyOnWriteArrayList<>();
    private final List<List<Confirmation>> boxed = new CopyOnWriteArrayList<>();

    /** It wants a piece in one parcel. */
    void takesNoBoxes() {
        takesBoxes = false;
    }

    /** Reports of pieces in several boxes that had an effect. */
    List<List<Confirmation>> boxed() {
        return List.copyOf(boxed);
    }

    /** Somebody took it out in the channel's own portal. */
    void loses(String trackingNumber) {
        held.remove(trackingNumber);
    }

    void next(Mood... wanted) {
        moods.addAll(List.of(wanted));
    }

    void demands(ChannelRules wanted) {
        rules = Optional.of(wanted);
    }

    void isMissing() {
        rules = Optional.empty();
    }

    /** Reports that had an effect. */
    List<Confirmation> taken() {
        return List.copyOf(taken);
    }

    int posts() {
        return posts;
    }

    /** Somebody typed this in the channel's own portal. */
    void holds(Confirmation report, Optional<ReturnNumber> returnNumber) {
        held.put(
                report.trackingNumber(),
                new ReportedShipment(
                        "S" + (held.size() + 1),
                        report.carrierCode(),
                        report.trackingNumber(),
                        report.items().stream()
                                .map(item -> new ReportedShipment.Item(
                                        item.channelOrderId(), item.channelItemId(), returnNumber))
                                .toList()));
    }

    @Override
    public Optional<ChannelRules> rules(ConnectionId channel) {
        return rules;
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(30);
    }

    @Override
    public synchronized String confirm(ConnectionId channel, Confirmation report) throws PluginException {
        posts++;
        Mood mood = Optional.ofNullable(moods.poll()).orElse(Mood.FINE);
        switch (mood) {
            case FINE, LOSES_ANSWER, CALLER_DIES_AFTER -> {}
            case BREAKS_BEFORE -> throw new Unclear("answer-lost", "no answer", null);
            case BUSY -> throw new Unavailable("too-many-requests", "busy", Duration.ofSeconds(7), null);
            case BAD_CREDENTIALS -> throw new InvalidSettings("credentials-refused", "The credentials are refused.");
            case REFUSES -> throw new Rejected("item-unknown", "The channel does not know the piece.");
        }
        if (held.containsKey(report.trackingNumber())) {
            throw new Rejected(Confirmation.ALREADY_REPORTED, "This number was reported before.");
        }
        taken.add(report);
        holds(report, report.returnNumber());
        return switch (mood) {
            case LOSES_ANSWER -> throw new Unclear("answer-lost", "no answer", null);
            case CALLER_DIES_AFTER -> throw new FakeCarrier.ProcessDied();
            default -> "S" + held.size();
        };
    }

    @Override
    public boolean takesSeveralBoxes(ConnectionId channel) {
        return takesBoxes;
    }

    /** As OTTO: all of them or none. */
    @Override
    public synchronized String confirmBoxes(ConnectionId channel, List<Confirmation> boxes) throws PluginException {
        posts++;
        Mood mood = Optional.ofNullable(moods.poll()).orElse(Mood.FINE);
        if (mood == Mood.BREAKS_BEFORE) {
            throw new Unclear("answer-lost", "no answer", null);
        }
        if (boxes.stream().anyMatch(box -> held.containsKey(box.trackingNumber()))) {
            throw new Rejected(Confirmation.ALREADY_REPORTED, "This number was reported before.");
        }
        boxed.add(boxes);
        boxes.forEach(box -> holds(box, box.returnNumber()));
        return switch (mood) {
            case LOSES_ANSWER -> throw new Unclear("answer-lost", "no answer", null);
            case CALLER_DIES_AFTER -> throw new FakeCarrier.ProcessDied();
            default -> "M" + held.size();
        };
    }

    /** Pieces it was told to cancel, call by call. */
    List<List<String>> cancelled() {
        return List.copyOf(cancelled);
    }

    @Override
    public boolean cancelsPieces(ConnectionId channel) {
        return cancels;
    }

    /** Nothing can be cancelled there. */
    void cancelsNothing() {
        cancels = false;
    }

    /** As OTTO: asked again for what is cancelled already it does nothing. */
    @Override
    public synchronized void cancelPieces(ConnectionId channel, String channelOrderId, List<String> channelItemIds)
            throws PluginException {
        Mood mood = Optional.ofNullable(moods.poll()).orElse(Mood.FINE);
        switch (mood) {
            case FINE, LOSES_ANSWER, CALLER_DIES_AFTER -> cancelled.add(List.copyOf(channelItemIds));
            case BREAKS_BEFORE -> throw new Unclear("answer-lost", "no answer", null);
            case BUSY -> throw new Unavailable("too-many-requests", "busy", Duration.ofSeconds(7), null);
            case BAD_CREDENTIALS -> throw new InvalidSettings("credentials-refused", "The credentials are refused.");
            case REFUSES -> throw new Rejected("too-late-to-cancel", "The piece was sent.");
        }
        if (mood == Mood.LOSES_ANSWER) {
            throw new Unclear("answer-lost", "no answer", null);
        }
    }

    @Override
    public Optional<ReportedShipment> shipment(ConnectionId channel, String carrierCode, String trackingNumber) {
        return Optional.ofNullable(held.get(trackingNumber));
    }
}
