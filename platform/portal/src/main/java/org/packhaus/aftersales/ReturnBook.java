package org.packhaus.aftersales;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Reads and writes the entities of this room. Every query passes the seller filter. */
@Component
class ReturnBook {
    private static final int MOST_FOUND = 100;

    private final EntityManager entities;

    ReturnBook(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    void flush() {
        entities.flush();
    }

    Optional<ReturnPiece> find(ReturnId id) {
        return Optional.ofNullable(entities.find(ReturnPiece.class, id.value()));
    }

    /** @throws AfterSalesException if there is no such return in scope */
    ReturnPiece piece(ReturnId id) {
        return find(id).orElseThrow(() -> new AfterSalesException(
                "return-unknown", "There is no return " + id + " that you may see. Read the list again."));
    }

    /** Nobody else decides about them until this transaction is over. By id, so that two do not wait for each other. */
    List<ReturnPiece> locked(Collection<ReturnId> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select p from ReturnPiece p where p.id in :ids order by p.id", ReturnPiece.class)
                        .setParameter(
                                "ids", wanted.stream().map(ReturnId::value).toList())
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    Map<String, ReturnPiece> atChannel(ConnectionId channel, Collection<String> channelItemIds) {
        return channelItemIds.isEmpty()
                ? new HashMap<>()
                : entities.createQuery(
                                "select p from ReturnPiece p where p.connectionId = :channel and p.channelItemId in :items",
                                ReturnPiece.class)
                        .setParameter("channel", channel.value())
                        .setParameter("items", channelItemIds)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                piece -> piece.channelItemId, Function.identity(), (a, b) -> a, HashMap::new));
    }

    List<ReturnPiece> ofOrder(OrderId order) {
        return entities.createQuery(
                        "select p from ReturnPiece p where p.orderId = :order order by p.id", ReturnPiece.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    List<ReturnPiece> ofOrders(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : entities.createQuery("select p from ReturnPiece p where p.orderId in :orders", ReturnPiece.class)
                        .setParameter(
                                "orders", orders.stream().map(OrderId::value).toList())
                        .getResultList();
    }

    List<ReturnPiece> inParcels(Collection<Long> parcels) {
        return parcels.isEmpty()
                ? List.of()
                : entities.createQuery("select p from ReturnPiece p where p.parcelId in :parcels", ReturnPiece.class)
                        .setParameter("parcels", parcels)
                        .getResultList();
    }

    List<ReturnNumberRow> numbers(Collection<Long> pieces) {
        return pieces.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select n from AnnouncedNumber n where n.pieceId in :pieces", ReturnNumberRow.class)
                        .setParameter("pieces", pieces)
                        .getResultList();
    }

    /**
     * What a scanned code may mean: a return number, an order number, the channel's own name of a piece; only then the code on the goods, of
     * which there may be many.
     */
    List<ReturnPiece> scanned(String code) {
        Set<ReturnPiece> found = new LinkedHashSet<>(scan(
                "p.id in (select n.pieceId from AnnouncedNumber n where n.number = :code)"
                        + " or p.parcelId in (select r.id from ReturnParcelRow r where r.number = :code)",
                code));
        if (found.isEmpty()) {
            found.addAll(scan("p.orderNumber = :code or p.channelItemId = :code", code));
        }
        if (found.isEmpty()) {
            found.addAll(scan(
                    "p.stage <> org.packhaus.aftersales.ReturnStage.DECIDED and (p.ean = :code or p.sku = :code)",
                    code));
        }
        return List.copyOf(found);
    }

    private List<ReturnPiece> scan(String condition, String code) {
        return entities.createQuery(
                        "select p from ReturnPiece p where " + condition + " order by p.dueAt, p.id", ReturnPiece.class)
                .setParameter("code", code)
                .setMaxResults(MOST_FOUND)
                .getResultList();
    }

    Map<String, ReturnParcelRow> parcelsAtChannel(ConnectionId channel, Collection<String> channelParcelIds) {
        return channelParcelIds.isEmpty()
                ? new HashMap<>()
                : entities.createQuery(
                                "select r from ReturnParcelRow r where r.connectionId = :channel and r.channelParcelId in :ids",
                                ReturnParcelRow.class)
                        .setParameter("channel", channel.value())
                        .setParameter("ids", channelParcelIds)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                parcel -> parcel.channelParcelId, Function.identity(), (a, b) -> a, HashMap::new));
    }

    Map<String, ReturnParcelRow> parcelsByNumber(ConnectionId channel, Collection<String> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select r from ReturnParcelRow r where r.connectionId = :channel and r.number in :numbers",
                                ReturnParcelRow.class)
                        .setParameter("channel", channel.value())
                        .setParameter("numbers", numbers)
                        .getResultStream()
                        .collect(Collectors.toMap(parcel -> parcel.number, Function.identity(), (a, b) -> b));
    }

    Map<Long, ReturnParcelRow> parcels(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities.createQuery("select r from ReturnParcelRow r where r.id in :ids", ReturnParcelRow.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(ReturnParcelRow::id, Function.identity()));
    }

    List<ReturnStep> steps(long parcel) {
        return entities.createQuery(
                        "select s from ReturnStep s where s.parcelId = :parcel order by s.happenedAt, s.id",
                        ReturnStep.class)
                .setParameter("parcel", parcel)
                .getResultList();
    }

    Optional<ReturnLane> lane(ConnectionId channel) {
        return Optional.ofNullable(entities.find(ReturnLane.class, channel.value()));
    }

    List<ReturnLane> lanes() {
        return entities.createQuery("select l from ReturnLane l", ReturnLane.class)
                .getResultList();
    }

    boolean hasOpenPieces(ConnectionId channel) {
        return !entities.createQuery(
                        "select p.id from ReturnPiece p where p.connectionId = :channel and p.stage <> :decided",
                        Long.class)
                .setParameter("channel", channel.value())
                .setParameter("decided", ReturnStage.DECIDED)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Decisions on their way to a channel, oldest first. */
    List<DecisionEntry> openDecisions(ConnectionId channel, int most) {
        return entities.createQuery(
                        "select d from DecisionEntry d where d.connectionId = :channel and d.open = 1 order by d.id",
                        DecisionEntry.class)
                .setParameter("channel", channel.value())
                .setMaxResults(most)
                .getResultList();
    }

    List<DecisionEntry> sentWith(String call) {
        return entities.createQuery(
                        "select d from DecisionEntry d where d.calling = :call and d.open = 1 order by d.id",
                        DecisionEntry.class)
                .setParameter("call", call)
                .getResultList();
    }

    Map<Long, ReturnPiece> piecesOf(Collection<DecisionEntry> decisions) {
        return locked(decisions.stream()
                        .map(decision -> new ReturnId(decision.pieceId()))
                        .toList())
                .stream()
                .collect(Collectors.toMap(piece -> piece.id().value(), Function.identity()));
    }

    List<PriceCut> cutsOfOrder(OrderId order) {
        return entities.createQuery("select c from PriceCut c where c.orderId = :order order by c.id", PriceCut.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    List<PriceCut> cutsOfPiece(SellerId seller, ItemId item) {
        return entities.createQuery(
                        "select c from PriceCut c where c.sellerId = :seller and c.itemId = :item order by c.id",
                        PriceCut.class)
                .setParameter("seller", seller.value())
                .setParameter("item", item.value())
                .getResultList();
    }

    Optional<PriceCut> cut(CutId id) {
        return Optional.ofNullable(entities.find(PriceCut.class, id.value()));
    }

    List<CutId> watchedCuts(ConnectionId channel, Instant dueUntil) {
        return entities.createQuery(
                        "select c.id from PriceCut c where c.connectionId = :channel and c.watched = 1 and c.dueAt <= :due order by c.dueAt",
                        Long.class)
                .setParameter("channel", channel.value())
                .setParameter("due", dueUntil)
                .setMaxResults(MOST_FOUND)
                .getResultStream()
                .map(CutId::new)
                .toList();
    }

    List<UnknownReturn> unknown() {
        return entities.createQuery(
                        "select u from UnknownReturn u where u.pieceId is null order by u.receivedAt, u.id",
                        UnknownReturn.class)
                .setMaxResults(MOST_FOUND)
                .getResultList();
    }

    Optional<UnknownReturn> unknown(UnknownId id) {
        return Optional.ofNullable(entities.find(UnknownReturn.class, id.value()));
    }

    List<PhotoId> photosOf(long piece) {
        return entities.createQuery("select p.id from ReturnPhoto p where p.pieceId = :piece order by p.id", Long.class)
                .setParameter("piece", piece)
                .getResultStream()
                .map(PhotoId::new)
                .toList();
    }

    Optional<byte[]> photo(PhotoId id) {
        return Optional.ofNullable(entities.find(ReturnPhoto.class, id.value())).map(ReturnPhoto::jpeg);
    }

    void give(UnknownReturn unknown, ReturnPiece piece) {
        entities.createQuery(
                        "update ReturnPhoto p set p.pieceId = :piece where p.unknownId = :unknown and p.sellerId = :seller")
                .setParameter("piece", piece.id().value())
                .setParameter("unknown", unknown.id().value())
                .setParameter("seller", unknown.sellerId)
                .executeUpdate();
    }

    /** Photos and notes of returns tell about a home; carriers' texts may name who handed a parcel in. */
    void forget(Collection<OrderId> orders) {
        List<ReturnPiece> pieces = ofOrders(orders);
        if (pieces.isEmpty()) {
            return;
        }
        List<Long> ids = pieces.stream().map(piece -> piece.id().value()).toList();
        List<Long> parcels = pieces.stream()
                .map(piece -> piece.parcelId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        entities.flush();
        entities.createQuery("delete from ReturnPhoto p where p.pieceId in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        entities.createQuery("update ReturnPiece p set p.note = '' where p.id in :ids")
                .setParameter("ids", ids)
                .executeUpdate();
        if (!parcels.isEmpty()) {
            entities.createQuery("update ReturnStep s set s.text = '' where s.parcelId in :parcels")
                    .setParameter("parcels", parcels)
                    .executeUpdate();
        }
    }

    /** What came back after its buyer was forgotten, and what belongs to nobody, goes by its own age. */
    int forgetOlder(SellerId seller, Instant before) {
        int photos = entities.createQuery(
                        "delete from ReturnPhoto p where p.sellerId = :seller and p.takenAt < :before")
                .setParameter("seller", seller.value())
                .setParameter("before", before)
                .executeUpdate();
        entities.createQuery(
                        "update ReturnPiece p set p.note = '' where p.sellerId = :seller and p.receivedAt < :before and p.note <> ''")
                .setParameter("seller", seller.value())
                .setParameter("before", before)
                .executeUpdate();
        entities.createQuery(
                        "update UnknownReturn u set u.note = '' where u.sellerId = :seller and u.receivedAt < :before and u.note <> ''")
                .setParameter("seller", seller.value())
                .setParameter("before", before)
                .executeUpdate();
        return photos;
    }

    <T> TypedQuery<T> query(String text, Class<T> type) {
        return entities.createQuery(text, type);
    }
}
