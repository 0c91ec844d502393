package org.packhaus.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.shipment.ParcelLabels;
import org.packhaus.shipment.ParcelLabels.ParcelLabel;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.tracking.TrackedParcel.Destination;
import org.packhaus.tracking.TrackingBook.Due;
import org.springframework.stereotype.Component;

/** The transactions of following parcels. An answer that says nothing new moves the next look and writes nothing else. */
@Component
class TrackingMoves {
    /** What committed late, though it was bought earlier, is among these. */
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private static final int PAGE = 200;

    private final TrackingBook book;
    private final ParcelLabels labels;
    private final OrderService orders;
    private final JointOrders joint;
    private final TransactionRetry transactions;

    TrackingMoves(
            TrackingBook book,
            ParcelLabels labels,
            OrderService orders,
            JointOrders joint,
            TransactionRetry transactions) {
        this.book = book;
        this.labels = labels;
        this.orders = orders;
        this.joint = joint;
        this.transactions = transactions;
    }

    /** Begins to follow what was bought since the last time. @return how many */
    int adopt(ConnectionId carrier, Instant now) {
        Instant since = transactions
                .call(() -> book.newest(carrier))
                .map(newest -> newest.minus(OVERLAP))
                .orElse(now.minus(NextLook.LONGEST));
        long after = 0;
        int adopted = 0;
        List<ParcelLabel> page;
        do {
            page = labels.bought(carrier, since, after, PAGE);
            if (!page.isEmpty()) {
                List<ParcelLabel> some = page;
                adopted += transactions.call(() -> adopt(some));
                since = page.getLast().boughtAt();
                after = page.getLast().label().value();
            }
        } while (page.size() == PAGE);
        return adopted;
    }

    private int adopt(List<ParcelLabel> labels) {
        Set<Long> known =
                book.known(labels.stream().map(label -> label.label().value()).toList());
        List<ParcelLabel> fresh = labels.stream()
                .filter(label -> !known.contains(label.label().value()))
                .toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        Map<OrderId, ShippableOrder> goals =
                orders
                        .shippable(fresh.stream()
                                .map(ParcelLabel::order)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(ShippableOrder::id, Function.identity()));
        for (ParcelLabel label : fresh) {
            ShippableOrder goal = goals.get(label.order());
            TrackedParcel parcel = new TrackedParcel(label, destination(goal));
            if (isForgotten(goal)) {
                parcel.look(NextLook.NEVER);
            }
            book.add(parcel);
        }
        return fresh.size();
    }

    /** Who begins to ask a carrier takes over what left long ago, too; no answer may bring a buyer back who is forgotten. */
    private static boolean isForgotten(@Nullable ShippableOrder order) {
        return order == null || order.orders().stream().anyMatch(one -> one.deliverTo() == null);
    }

    private static Destination destination(@Nullable ShippableOrder order) {
        if (order == null) {
            return new Destination("", null, null);
        }
        Address to = order.deliverTo();
        Instant promised = order.promisedAt();
        return new Destination(
                to == null ? "" : region(to), order.shipBy(), promised == null ? null : Promise.endOfDay(promised));
    }

    /** Large enough that no buyer is known by it, small enough to tell depots apart. */
    static String region(Address to) {
        String postcode = to.postalCode().strip();
        return to.country().code()
                + (postcode.isEmpty() || !Character.isDigit(postcode.charAt(0)) ? "" : postcode.substring(0, 1));
    }

    /** What is to be asked for now, the most urgent first; what does not leave any more is struck out on the way. */
    List<Due> due(ConnectionId carrier, Instant now, int most) {
        return transactions.callAgainIfStale(() -> {
            List<Due> due = new ArrayList<>();
            for (int urgency = NextLook.DUE; urgency <= NextLook.CALM && due.size() < most; urgency++) {
                due.addAll(book.due(carrier, urgency, now, most - due.size()));
            }
            return standing(due, now);
        });
    }

    private List<Due> standing(List<Due> due, Instant now) {
        if (due.isEmpty()) {
            return due;
        }
        Map<PurchaseId, String> standing =
                labels.standing(due.stream().map(Due::label).toList());
        Map<Long, @Nullable String> changed = new HashMap<>();
        due.stream()
                .filter(one -> !one.number().equals(standing.get(one.label())))
                .forEach(one -> changed.put(one.id(), standing.get(one.label())));
        if (changed.isEmpty()) {
            return due;
        }
        book.parcels(changed.keySet()).forEach((id, parcel) -> {
            String number = changed.get(id);
            if (number == null) {
                parcel.withdraw(now);
            } else {
                parcel.goesUnder(number);
            }
        });
        return due.stream()
                .filter(one -> standing.containsKey(one.label()))
                .map(one -> changed.containsKey(one.id())
                        ? new Due(
                                one.id(),
                                String.valueOf(changed.get(one.id())),
                                "",
                                one.state(),
                                one.boughtAt(),
                                one.since(),
                                one.lastScan(),
                                one.lateAt(),
                                one.expected())
                        : one)
                .toList();
    }

    /** Takes an answer over. @return how many parcels moved */
    int take(List<Due> asked, List<TrackingReport> told, Instant now) {
        return transactions.callAgainIfStale(() -> {
            Map<String, TrackingReport> reports = new HashMap<>();
            told.forEach(report -> reports.put(report.trackingNumber(), report));
            Map<Due, TrackingReport> news = new LinkedHashMap<>();
            List<Due> still = new ArrayList<>();
            for (Due due : asked) {
                TrackingReport report = reports.get(due.number());
                if (report == null || digest(report).equals(due.digest())) {
                    still.add(due);
                } else {
                    news.put(due, report);
                }
            }
            putOff(still, now);
            if (!news.isEmpty()) {
                write(news, now);
            }
            return news.size();
        });
    }

    /** One statement for all that are looked at next at the same time; times are on the quarter hour so that these are many. */
    void putOff(Collection<Due> still, Instant now) {
        Map<NextLook, List<Long>> together = new LinkedHashMap<>();
        for (Due due : still) {
            together.computeIfAbsent(rounded(NextLook.after(due.standing(), now)), next -> new ArrayList<>())
                    .add(due.id());
        }
        together.forEach((next, parcels) -> {
            if (next.at() == null) {
                book.giveUp(parcels, now);
            } else {
                book.putOff(parcels, next, now);
            }
        });
    }

    private static NextLook rounded(NextLook next) {
        return next.at() == null
                ? next
                : new NextLook(
                        Instant.ofEpochSecond(Math.ceilDiv(next.at().getEpochSecond(), 900L) * 900L), next.urgency());
    }

    private void write(Map<Due, TrackingReport> news, Instant now) {
        List<Long> ids = news.keySet().stream().map(Due::id).toList();
        Map<Long, TrackedParcel> parcels = book.parcels(ids);
        Map<Long, List<TrackingEventRow>> histories = book.histories(ids);
        Set<OrderId> arrivals = new LinkedHashSet<>();
        news.forEach((due, report) -> {
            TrackedParcel parcel = parcels.get(due.id());
            // The buyer was forgotten while the carrier was asked.
            if (parcel == null || !parcel.isWatched()) {
                return;
            }
            TrackingStatus before = parcel.state();
            Instant deliveredBefore = parcel.deliveredAt();
            List<Scan> history = append(parcel, histories.getOrDefault(due.id(), List.of()), report, now);
            parcel.take(Course.of(history, report.status()), report.expectedAt().orElse(null), now);
            parcel.look(rounded(NextLook.after(parcel.standing(), now)));
            parcel.answered(digest(report), now);
            if (before != parcel.state()) {
                milestone(parcel);
            }
            if (!Objects.equals(deliveredBefore, parcel.deliveredAt())) {
                arrivals.add(parcel.order());
            }
        });
        arrivals(arrivals);
    }

    private List<Scan> append(TrackedParcel parcel, List<TrackingEventRow> known, TrackingReport report, Instant now) {
        List<Scan> history =
                new ArrayList<>(known.stream().map(TrackingEventRow::scan).toList());
        Histories difference = Histories.compare(history, told(report));
        int number = known.isEmpty() ? 0 : known.getLast().number();
        for (TrackingEventRow row : known) {
            if (!row.scan().withdrawn()
                    && difference.withdrawn().contains(row.scan().key())) {
                row.withdraw(now);
            }
        }
        history = new ArrayList<>(known.stream().map(TrackingEventRow::scan).toList());
        for (Scan scan : difference.added()) {
            book.add(new TrackingEventRow(parcel, ++number, scan, now));
            history.add(scan);
        }
        return history;
    }

    /**
     * The scans, the newest with the meaning the carrier gives the parcel where it has none of its own: GLS says that nobody was at home,
     * but not by which code, and says so only until it moves on.
     */
    static List<Scan> told(TrackingReport report) {
        List<Scan> scans =
                new ArrayList<>(report.events().stream().map(Scan::of).toList());
        if (!scans.isEmpty()
                && scans.getLast().status() == TrackingStatus.UNKNOWN
                && Scan.proveAttempt(report.status())) {
            scans.add(scans.removeLast().meaning(report.status()));
        }
        return scans;
    }

    /** What people look for in the order's own timeline; scans stand in the parcel's. */
    private void milestone(TrackedParcel parcel) {
        String code = switch (parcel.state()) {
            case DELIVERED -> "parcel-delivered";
            case READY_FOR_PICKUP -> "parcel-at-shop";
            case DELIVERY_FAILED -> "parcel-attempted";
            case RETURNED_TO_SENDER -> "parcel-returning";
            case LOST -> "parcel-lost";
            case UNKNOWN, ANNOUNCED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, DELAYED, CANCELLED -> "";
        };
        if (!code.isEmpty()) {
            joint.together(parcel.order()).forEach(order -> orders.timeline(order, code, parcel.trackingNumber()));
        }
    }

    /** An order has arrived when all its parcels have; one given back is none of them. */
    private void arrivals(Set<OrderId> touched) {
        Map<OrderId, List<TrackedParcel>> byOrder =
                book.ofOrders(touched).stream().collect(Collectors.groupingBy(TrackedParcel::order));
        byOrder.forEach((order, parcels) -> {
            List<TrackedParcel> live = parcels.stream()
                    .filter(parcel -> parcel.state() != TrackingStatus.CANCELLED)
                    .toList();
            boolean all = live.stream().allMatch(parcel -> parcel.deliveredAt() != null);
            @Nullable
            Instant at = all
                    ? live.stream()
                            .map(TrackedParcel::deliveredAt)
                            .filter(Objects::nonNull)
                            .max(Instant::compareTo)
                            .orElse(null)
                    : null;
            // What was sent with it has arrived with it.
            joint.together(order).forEach(one -> orders.delivered(one, at));
        });
    }

    private static String digest(TrackingReport report) {
        StringBuilder all = new StringBuilder(report.status().name())
                .append('|')
                .append(report.expectedAt().map(Instant::toString).orElse(""));
        report.events()
                .forEach(event -> all.append('\n')
                        .append(event.at())
                        .append('|')
                        .append(event.status())
                        .append('|')
                        .append(event.rawCode()));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(all.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean rests(ConnectionId carrier, Instant now) {
        return transactions.call(
                () -> book.lane(carrier).filter(lane -> lane.rests(now)).isPresent());
    }

    void failed(ConnectionRow carrier, PluginException e, Instant now) {
        transactions.callAgainIfStale(() -> {
            TrackingLane lane = book.lane(carrier.id()).orElseGet(() -> {
                TrackingLane first = new TrackingLane(carrier);
                book.add(first);
                return first;
            });
            lane.failed(e, now);
            return null;
        });
    }

    /** Writes only if it had failed. */
    void answered(ConnectionId carrier, Instant now) {
        transactions.callAgainIfStale(() -> {
            book.lane(carrier).filter(TrackingLane::hasFailed).ifPresent(lane -> lane.answered(now));
            return null;
        });
    }
}
