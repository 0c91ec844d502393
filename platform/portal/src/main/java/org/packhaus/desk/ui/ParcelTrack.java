package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shipment.ParcelId;
import org.packhaus.tracking.ChannelRow;
import org.packhaus.tracking.Promise.Verdict;
import org.packhaus.tracking.Scan;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingService;

/**
 * A parcel's way as its carrier tells it: where it is, when it comes, what is wrong and what to do, and every scan word for word.
 *
 * @param history newest first
 * @param page where the carrier itself shows it
 */
record ParcelTrack(
        TrackedRow row, List<Scan> history, Optional<ChannelRow> channel, Optional<URI> page, Formats formats) {

    /** The parcels of an order by their ids; the label bought last counts. */
    static Map<ParcelId, ParcelTrack> read(TrackingService tracking, OrderId order, Formats formats) {
        var rows = tracking.of(List.of(order)).getOrDefault(order, List.of());
        var labels = rows.stream().map(TrackedRow::label).toList();
        var histories = tracking.histories(labels);
        var channels = tracking.channels(labels);
        Map<ParcelId, ParcelTrack> tracks = new HashMap<>();
        rows.forEach(row -> tracks.put(
                row.parcel(),
                new ParcelTrack(
                        row,
                        histories.getOrDefault(row.label(), List.of()),
                        Optional.ofNullable(channels.get(row.label())),
                        tracking.carrierPage(row.carrier(), row.trackingNumber()),
                        formats)));
        return tracks;
    }

    Div show() {
        var state = Parts.div("row", new Badge(tone(), icon(), text("track." + OrderState.word(row.state()))));
        state.add(Parts.span("xs two grow", when()));
        page.ifPresent(at -> {
            var link = new Anchor(at.toString(), text("track.page"), AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            link.addClassName("xs");
            state.add(link);
        });
        if (row.handedOverAt() != null) {
            var claim = new Anchor("claims?label=" + row.label(), text("tracking.claim"));
            claim.getElement().setAttribute("aria-label", text("tracking.claim.of", row.trackingNumber()));
            claim.addClassName("xs");
            state.add(claim);
        }
        var track = Parts.div("track", state);
        if (!row.troubles().isEmpty()) {
            track.add(trouble());
        }
        channel.map(ChannelRow::behindSince).ifPresent(since -> track.add(behind(since)));
        if (!history.isEmpty()) {
            var list = new OrderedList();
            list.addClassName("act");
            history.forEach(scan -> list.add(line(scan)));
            var details = new NativeDetails(text("track.scans", history.size()), list);
            details.setOpen(history.size() <= 3);
            track.add(details);
        }
        return track;
    }

    /** The carrier knows more than the channel: what the buyer sees, and what the seller is judged by, is the channel's. */
    private Div behind(Instant since) {
        var heardNothing = channel.map(ChannelRow::state)
                .filter(state -> state == TrackingStatus.ANNOUNCED || state == TrackingStatus.UNKNOWN)
                .isPresent();
        var says = new Div();
        says.addClassName("grow");
        says.getElement()
                .appendChild(Parts.strong(
                        text(heardNothing ? "track.channel.moves" : "track.channel.arrived", formats.when(since))));
        says.add(new Div(text("track.channel.do")));
        return Parts.div("note warn", Icon.ALERT.create(), says);
    }

    private String when() {
        if (row.deliveredAt() != null) {
            return text("track.delivered-at", formats.when(row.deliveredAt()));
        }
        if (row.open() && row.expectedAt() != null) {
            return text("track.expected-at", formats.when(row.expectedAt()));
        }
        if (row.open() && row.promisedBy() != null) {
            return text("tracking.promised", formats.day(row.promisedBy().minusSeconds(1)));
        }
        return text("tracking.since", formats.when(row.stateAt()));
    }

    private Div trouble() {
        var worst = row.troubles().getFirst();
        var says = new Div();
        says.addClassName("grow");
        says.getElement().appendChild(Parts.strong(text("trouble." + OrderState.word(worst))));
        if (row.promise() == Verdict.LATE_CARRIER || row.promise() == Verdict.LATE_SELLER) {
            says.add(new Div(text("promise." + OrderState.word(row.promise()))));
        }
        worst.measures().forEach(measure -> says.add(new Div(text("measure." + OrderState.word(measure)))));
        return Parts.div("note warn", Icon.ALERT.create(), says);
    }

    private ListItem line(Scan scan) {
        var head = new Div(
                new Span(scan.text().isBlank() ? text("track." + OrderState.word(scan.status())) : scan.text()));
        var words = Parts.div(scan.withdrawn() ? "grow gone" : "grow", head);
        var below = scan.withdrawn() ? text("track.withdrawn") : scan.place();
        var code = scan.code().isBlank() ? "" : (below.isBlank() ? "" : " · ") + scan.code();
        words.add(Parts.div("xs two", new Span(below + code)));
        return new ListItem(Parts.span("xs two t", formats.when(scan.at())), Parts.span("pt", ""), words);
    }

    private Badge.Tone tone() {
        return switch (row.state()) {
            case DELIVERED -> Badge.Tone.OK;
            case LOST, RETURNED_TO_SENDER -> Badge.Tone.LATE;
            case DELIVERY_FAILED, DELAYED, READY_FOR_PICKUP -> Badge.Tone.WARN;
            case OUT_FOR_DELIVERY, IN_TRANSIT, ACCEPTED -> Badge.Tone.INFO;
            case ANNOUNCED, UNKNOWN -> Badge.Tone.IDLE;
            case CANCELLED -> Badge.Tone.LINE;
        };
    }

    private Icon icon() {
        return switch (row.state()) {
            case DELIVERED -> Icon.TICK;
            case READY_FOR_PICKUP -> Icon.LOCKER;
            case RETURNED_TO_SENDER -> Icon.RETURN;
            case LOST -> Icon.ALERT;
            case DELIVERY_FAILED, DELAYED -> Icon.CLOCK;
            case OUT_FOR_DELIVERY, IN_TRANSIT, ACCEPTED, ANNOUNCED, UNKNOWN, CANCELLED -> Icon.TRUCK;
        };
    }

    private String text(String key, Object... params) {
        return formats.text(key, params);
    }
}
