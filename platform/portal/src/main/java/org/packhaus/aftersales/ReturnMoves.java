package org.packhaus.aftersales;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.ReturnParcel;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Takes over what a channel says of returns, a page at a time, each a whole transaction. What says nothing new writes nothing. */
@Component
class ReturnMoves {
    private final ReturnBook book;
    private final ChannelPieces pieces;
    private final OrderService orders;
    private final TransactionRetry transactions;

    ReturnMoves(ReturnBook book, ChannelPieces pieces, OrderService orders, TransactionRetry transactions) {
        this.book = book;
        this.pieces = pieces;
        this.orders = orders;
        this.transactions = transactions;
    }

    /** @return how many of them were news */
    int take(SellerId seller, ConnectionId channel, List<ReturnedItem> items, Optional<Duration> decidesAfter) {
        return items.isEmpty() ? 0 : transactions.callAgainIfStale(() -> tryTake(seller, channel, items, decidesAfter));
    }

    private int tryTake(
            SellerId seller, ConnectionId channel, List<ReturnedItem> items, Optional<Duration> decidesAfter) {
        Map<String, ReturnPiece> known = book.atChannel(
                channel, items.stream().map(ReturnedItem::channelItemId).collect(Collectors.toSet()));
        Map<String, ChannelPiece> ordered = ordered(seller, channel, items, known);
        Map<String, ReturnParcelRow> parcels = book.parcelsByNumber(
                channel,
                items.stream()
                        .flatMap(item -> item.numbers().stream())
                        .map(ReturnNumber::number)
                        .collect(Collectors.toSet()));
        int news = 0;
        for (ReturnedItem item : items) {
            ReturnPiece piece = known.get(item.channelItemId());
            boolean fresh = piece == null;
            if (piece == null) {
                piece = new ReturnPiece(seller, channel, item);
                known.put(item.channelItemId(), piece);
            }
            ChannelPiece bought = ordered.get(item.channelItemId());
            boolean matched = piece.orderId == null && bought != null;
            if (bought != null && matched) {
                piece.belongsTo(bought);
            }
            if (!(piece.take(item) | fresh | matched)) {
                continue;
            }
            news++;
            item.numbers().stream()
                    .map(number -> parcels.get(number.number()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(piece::travelsIn);
            settleWish(piece);
            stand(piece, decidesAfter);
            if (fresh) {
                book.add(piece);
                book.flush();
            }
            numbers(piece, item.numbers());
            tell(piece, item);
        }
        return news;
    }

    /** The channel was faster: the decision that waits to be sent goes the ledger's way, which looks before it sends. */
    private static void settleWish(ReturnPiece piece) {
        if (piece.state == ReturnedItem.State.ACCEPTED) {
            piece.wish = null;
        }
    }

    private Map<String, ChannelPiece> ordered(
            SellerId seller, ConnectionId channel, List<ReturnedItem> items, Map<String, ReturnPiece> known) {
        Set<String> wanted = items.stream()
                .filter(item -> {
                    ReturnPiece piece = known.get(item.channelItemId());
                    return piece == null || piece.orderId == null;
                })
                .map(ReturnedItem::channelOrderId)
                .collect(Collectors.toSet());
        return pieces.of(seller, channel, wanted).stream()
                .collect(Collectors.toMap(ChannelPiece::channelItemId, piece -> piece, (a, b) -> a));
    }

    private void stand(ReturnPiece piece, Optional<Duration> decidesAfter) {
        ReturnParcelRow parcel = piece.parcelId == null
                ? null
                : book.parcels(List.of(piece.parcelId)).get(piece.parcelId);
        piece.stand(parcel == null ? null : parcel.state, decidesAfter);
    }

    private void numbers(ReturnPiece piece, List<ReturnNumber> announced) {
        List<ReturnNumberRow> there = book.numbers(List.of(piece.id().value()));
        announced.stream()
                .filter(number -> there.stream().noneMatch(row -> row.is(number)))
                .distinct()
                .forEach(number -> book.add(new ReturnNumberRow(piece, number)));
    }

    private void tell(ReturnPiece piece, ReturnedItem item) {
        String code = switch (item.state()) {
            case ANNOUNCED -> "return-announced";
            case MISDIRECTED -> "return-misdirected";
            case ACCEPTED -> "return-accepted-there";
            case REJECTED -> "return-rejected-there";
        };
        piece.order().ifPresent(order -> orders.timeline(order, code, piece.sku));
    }

    /** @return how many of them were news */
    int takeParcels(
            SellerId seller,
            ConnectionId channel,
            List<ReturnParcel> told,
            Optional<Duration> decidesAfter,
            Instant now) {
        return told.isEmpty()
                ? 0
                : transactions.callAgainIfStale(() -> tryTakeParcels(seller, channel, told, decidesAfter, now));
    }

    private int tryTakeParcels(
            SellerId seller,
            ConnectionId channel,
            List<ReturnParcel> told,
            Optional<Duration> decidesAfter,
            Instant now) {
        Map<String, ReturnParcelRow> known = book.parcelsAtChannel(
                channel, told.stream().map(ReturnParcel::id).collect(Collectors.toSet()));
        Map<String, ReturnPiece> inside = book.atChannel(
                channel,
                told.stream()
                        .flatMap(parcel -> parcel.items().stream())
                        .map(ReturnParcel.Item::channelItemId)
                        .collect(Collectors.toSet()));
        int news = 0;
        for (ReturnParcel parcel : told) {
            ReturnParcelRow row = known.get(parcel.id());
            if (row == null) {
                row = new ReturnParcelRow(seller, channel, parcel, now);
                book.add(row);
                book.flush();
                known.put(parcel.id(), row);
            }
            if (step(row, parcel, inside, decidesAfter)) {
                news++;
            }
        }
        return news;
    }

    private boolean step(
            ReturnParcelRow row, ReturnParcel told, Map<String, ReturnPiece> inside, Optional<Duration> decidesAfter) {
        List<ReturnStep> there = book.steps(row.id());
        ReturnParcelRow.Way before = row.state;
        boolean news = false;
        for (ReturnParcel.Step step : told.steps()) {
            if (there.stream().noneMatch(known -> known.is(step))) {
                book.add(new ReturnStep(row, step));
                row.step(ReturnParcelRow.Way.of(step.state()), step.at());
                news = true;
            }
        }
        for (ReturnParcel.Item item : told.items()) {
            ReturnPiece piece = inside.get(item.channelItemId());
            if (piece == null) {
                // Its announcement comes with the next look, and finds the parcel by its number.
                continue;
            }
            boolean linked = !Objects.equals(piece.parcelId, row.id());
            if (linked || news) {
                piece.travelsIn(row);
                piece.stand(row.state, decidesAfter);
                news = true;
                if (row.state != before || linked) {
                    tell(piece, row);
                }
            }
        }
        return news;
    }

    private void tell(ReturnPiece piece, ReturnParcelRow parcel) {
        switch (parcel.state) {
            case ANNOUNCED -> {}
            case ON_THE_WAY ->
                piece.order().ifPresent(order -> orders.timeline(order, "return-on-the-way", parcel.number));
            case DELIVERED -> piece.order().ifPresent(order -> orders.timeline(order, "return-arrived", parcel.number));
        }
    }

    /** @return empty if it is not time yet */
    Optional<Seen> due(SellerId seller, ConnectionId channel, Instant now) {
        return transactions.callAgainIfStale(() -> {
            ReturnLane lane = book.lane(channel).orElseGet(() -> {
                ReturnLane begun = new ReturnLane(seller, channel, now);
                book.add(begun);
                return begun;
            });
            return lane.isDue(now)
                    ? Optional.of(
                            new Seen(Optional.ofNullable(lane.changedUntil), Optional.ofNullable(lane.parcelsUntil)))
                    : Optional.empty();
        });
    }

    /** How far everything is known. */
    record Seen(Optional<Instant> changedUntil, Optional<Instant> parcelsUntil) {}

    void looked(ConnectionId channel, Optional<Instant> newestChange, Instant parcelsFrom, int news, Instant now) {
        lane(channel, lane -> {
            newestChange
                    .filter(newest -> lane.changedUntil == null || newest.isAfter(lane.changedUntil))
                    .ifPresent(newest -> lane.changedUntil = newest);
            lane.parcelsUntil = parcelsFrom;
            lane.looked(now, news > 0 || book.hasOpenPieces(channel));
        });
    }

    void failed(ConnectionId channel, String code, String text, Duration atLeast, Instant now) {
        lane(channel, lane -> lane.failed(code, text, atLeast, now));
    }

    void soon(Collection<ConnectionId> channels, Instant now) {
        channels.forEach(channel -> lane(channel, lane -> lane.soon(now)));
    }

    private void lane(ConnectionId channel, Consumer<ReturnLane> edit) {
        transactions.callAgainIfStale(() -> {
            book.lane(channel).ifPresent(edit);
            return true;
        });
    }
}
