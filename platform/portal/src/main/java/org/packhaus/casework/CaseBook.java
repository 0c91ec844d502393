package org.packhaus.casework;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.order.OrderId;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** The room's rows. */
@Component
class CaseBook {
    private final EntityManager entities;

    CaseBook(EntityManager entities) {
        this.entities = entities;
    }

    <T> T add(T row) {
        entities.persist(row);
        return row;
    }

    /** @throws CaseException if there is none in scope */
    SupportCase find(CaseId id) {
        SupportCase found = entities.find(SupportCase.class, id.value());
        if (found == null) {
            throw new CaseException("case-unknown", "There is no case " + id + " that you may see.");
        }
        return found;
    }

    /** @throws CaseException if there is none in scope */
    CaseAnswer answer(AnswerId id) {
        CaseAnswer found = entities.find(CaseAnswer.class, id.value());
        if (found == null) {
            throw new CaseException("answer-unknown", "There is no answer " + id + " that you may see.");
        }
        return found;
    }

    boolean knows(ConnectionId connection, String messageKey) {
        return !entities.createQuery(
                        "select e.id from CaseEntry e where e.connectionId = :connection and e.messageKey = :key",
                        Long.class)
                .setParameter("connection", connection.value())
                .setParameter("key", messageKey)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The answer that went out under one of these ids, the newest id first. */
    Optional<CaseAnswer> answered(SellerId seller, List<String> messageIds) {
        for (String id : messageIds.reversed()) {
            Optional<CaseAnswer> found = entities.createQuery(
                            "select a from CaseAnswer a where a.sellerId = :seller and a.messageId = :id",
                            CaseAnswer.class)
                    .setParameter("seller", seller.value())
                    .setParameter("id", id)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** An answer whose receipt was lost is known by its reference, which is part of its id. */
    Optional<CaseAnswer> byReference(SellerId seller, List<String> messageIds) {
        List<String> references = messageIds.stream()
                .map(id -> id.replaceAll("^<|@.*$", ""))
                .filter(reference -> reference.startsWith(Answers.PREFIX))
                .toList();
        return references.isEmpty()
                ? Optional.empty()
                : entities.createQuery(
                                "select a from CaseAnswer a where a.sellerId = :seller and a.reference in :references",
                                CaseAnswer.class)
                        .setParameter("seller", seller.value())
                        .setParameter("references", references)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst();
    }

    /** The case in which one of these messages came in. */
    Optional<SupportCase> threaded(ConnectionId connection, List<String> messageIds) {
        return messageIds.isEmpty()
                ? Optional.empty()
                : entities.createQuery(
                                "select c from SupportCase c where c.id in (select e.caseId from CaseEntry e where"
                                        + " e.connectionId = :connection and e.messageId in :ids) order by c.id desc",
                                SupportCase.class)
                        .setParameter("connection", connection.value())
                        .setParameter("ids", messageIds)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst();
    }

    Optional<SupportCase> numbered(SellerId seller, String number) {
        return entities.createQuery(
                        "select c from SupportCase c where c.sellerId = :seller and c.number = :number",
                        SupportCase.class)
                .setParameter("seller", seller.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** What this address wrote before, newest first. */
    List<SupportCase> ofAddress(ConnectionId connection, SellerId seller, String address) {
        return entities.createQuery(
                        "select c from SupportCase c where c.sellerId = :seller and c.buyerAddress = :address"
                                + " and c.connectionId = :connection order by c.movedAt desc",
                        SupportCase.class)
                .setParameter("seller", seller.value())
                .setParameter("address", address)
                .setParameter("connection", connection.value())
                .setMaxResults(20)
                .getResultList();
    }

    int receivedSince(SellerId seller, String address, Instant since) {
        return entities.createQuery(
                        "select e.id from CaseEntry e where e.sellerId = :seller and e.address = :address and"
                                + " e.happenedAt >= :since",
                        Long.class)
                .setParameter("seller", seller.value())
                .setParameter("address", address)
                .setParameter("since", since)
                .setMaxResults(1000)
                .getResultList()
                .size();
    }

    List<CaseEntry> entries(CaseId id) {
        return entities.createQuery("select e from CaseEntry e where e.caseId = :id order by e.id", CaseEntry.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    List<CaseAnswer> answers(CaseId id) {
        return entities.createQuery("select a from CaseAnswer a where a.caseId = :id order by a.id", CaseAnswer.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    /** A file without its bytes, and with what it goes. */
    record Filed(CaseLine.File file, Long entry, Long answer) {}

    List<Filed> files(CaseId id) {
        return entities.createQuery(
                        "select f.id, f.name, f.mediaType, f.size, f.entryId, f.answerId from CaseFile f where"
                                + " f.caseId = :id order by f.id",
                        Object[].class)
                .setParameter("id", id.value())
                .getResultStream()
                .map(row -> new Filed(
                        new CaseLine.File((Long) row[0], (String) row[1], (String) row[2], (Integer) row[3]),
                        row[4] == null ? Long.valueOf(0) : (Long) row[4],
                        row[5] == null ? Long.valueOf(0) : (Long) row[5]))
                .toList();
    }

    Optional<CaseFile> file(long id) {
        return Optional.ofNullable(entities.find(CaseFile.class, id));
    }

    List<CaseFile> filesOf(AnswerId answer) {
        return entities.createQuery("select f from CaseFile f where f.answerId = :id order by f.id", CaseFile.class)
                .setParameter("id", answer.value())
                .getResultList();
    }

    /** Open ones of which nobody knows the order, begun since then. */
    List<SupportCase> withoutOrder(SellerId seller, Instant since, int most) {
        return entities.createQuery(
                        "select c from SupportCase c where c.sellerId = :seller and c.orderId is null and c.state <> :solved"
                                + " and c.erasedAt is null and c.openedAt > :since order by c.id desc",
                        SupportCase.class)
                .setParameter("seller", seller.value())
                .setParameter("solved", CaseState.SOLVED)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    List<SupportCase> ofOrders(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select c from SupportCase c where c.orderId in :orders order by c.movedAt desc",
                                SupportCase.class)
                        .setParameter(
                                "orders", orders.stream().map(OrderId::value).toList())
                        .getResultList();
    }

    Map<Long, List<String>> tags(Collection<SupportCase> cases) {
        Map<Long, List<String>> tags = new HashMap<>();
        if (!cases.isEmpty()) {
            entities.createQuery("select t from CaseTag t where t.caseId in :ids order by t.tag", CaseTag.class)
                    .setParameter(
                            "ids", cases.stream().map(one -> one.id().value()).toList())
                    .getResultStream()
                    .forEach(tag -> tags.computeIfAbsent(tag.caseId, id -> new ArrayList<>())
                            .add(tag.tag));
        }
        return tags;
    }

    void tag(SupportCase of, String tag) {
        if (entities.find(CaseTag.class, new CaseTag.Key(of.id().value(), tag)) == null) {
            entities.persist(new CaseTag(of, tag));
        }
    }

    void untag(SupportCase of, String tag) {
        entities.createQuery("delete from CaseTag t where t.caseId = :id and t.tag = :tag")
                .setParameter("id", of.id().value())
                .setParameter("tag", tag)
                .executeUpdate();
    }

    int answerHours(SellerId seller) {
        CaseRule rule = entities.find(CaseRule.class, seller.value());
        return rule == null ? CaseRule.DEFAULT_HOURS : rule.answerHours;
    }

    void answerHours(SellerId seller, int hours) {
        CaseRule rule = entities.find(CaseRule.class, seller.value());
        if (rule == null) {
            rule = add(new CaseRule(seller));
        }
        rule.answerHours = hours;
    }

    MessageLane lane(ConnectionRow connection) {
        MessageLane lane = entities.find(MessageLane.class, connection.id().value());
        return lane == null ? add(new MessageLane(connection)) : lane;
    }

    List<MessageLane> failing() {
        return entities.createQuery("select l from MessageLane l where l.failures > 2", MessageLane.class)
                .getResultList();
    }

    /** Forgets who wrote and what; that somebody wrote, and when it was answered, stays. */
    void forget(List<Long> cases, Instant now) {
        if (cases.isEmpty()) {
            return;
        }
        entities.flush();
        bulk("delete from CaseFile f where f.caseId in :ids", cases);
        bulk("delete from CaseTag t where t.caseId in :ids", cases);
        bulk(
                "update CaseEntry e set e.body = '', e.safeHtml = '', e.address = '', e.messageId = null where"
                        + " e.caseId in :ids",
                cases);
        bulk("update CaseEntry e set e.actor = '' where e.caseId in :ids and e.kind in (PERSON, AUTOMATIC)", cases);
        bulk(
                "update CaseAnswer a set a.body = '', a.subject = '', a.recipient = '', a.thread = '', a.errorText ="
                        + " null where a.caseId in :ids",
                cases);
        entities.createQuery("update CaseAnswer a set a.state = :dropped where a.caseId in :ids and a.state = :planned")
                .setParameter("dropped", AnswerState.DROPPED)
                .setParameter("planned", AnswerState.PLANNED)
                .setParameter("ids", cases)
                .executeUpdate();
        entities.createQuery(
                        "update SupportCase c set c.subject = '', c.buyerAddress = '', c.buyerName = '', c.problem ="
                                + " null, c.answerBy = null, c.state = :solved, c.erasedAt = :now, c.version = c.version +"
                                + " 1 where c.id in :ids")
                .setParameter("solved", CaseState.SOLVED)
                .setParameter("now", now)
                .setParameter("ids", cases)
                .executeUpdate();
    }

    private void bulk(String statement, List<Long> cases) {
        entities.createQuery(statement).setParameter("ids", cases).executeUpdate();
    }

    /** Cases nobody has touched for long. */
    List<Long> rested(SellerId seller, Instant solvedBefore, Instant movedBefore, int limit) {
        return entities.createQuery(
                        "select c.id from SupportCase c where c.sellerId = :seller and c.erasedAt is null"
                                + " and ((c.state = SOLVED and c.movedAt < :solved) or c.movedAt < :moved)",
                        Long.class)
                .setParameter("seller", seller.value())
                .setParameter("solved", solvedBefore)
                .setParameter("moved", movedBefore)
                .setMaxResults(limit)
                .getResultList();
    }
}
