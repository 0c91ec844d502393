package org.packhaus.casework;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderKey;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Shows cases. Sees the sellers in scope only. */
@Service
public class CaseInbox {
    /** More are counted as so many. */
    public static final int CAP = 1_000;

    private static final int MOST_FOUND = 100;

    private final EntityManager entities;
    private final CaseBook book;
    private final OrderService orders;
    private final MessageDesk desk;
    private final TransactionRetry transactions;

    CaseInbox(
            EntityManager entities,
            CaseBook book,
            OrderService orders,
            MessageDesk desk,
            TransactionRetry transactions) {
        this.entities = entities;
        this.book = book;
        this.orders = orders;
        this.desk = desk;
        this.transactions = transactions;
    }

    /** Where a page ended. */
    public record Cursor(Instant at, long id) {}

    /** @param next null if that was the last one */
    public record Page(List<CaseRow> rows, @Nullable Cursor next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** A mailbox that cannot be read. */
    public record Trouble(
            ConnectionId connection, String text, @Nullable Instant lastRead) {}

    /** A file to be saved. */
    @SuppressWarnings("ArrayRecordComponent") // Handed through, compared nowhere.
    public record Download(String name, byte[] content) {}

    /** One page: who waits longest first; of those that wait for the buyer and the solved ones, the newest. */
    public Page page(CaseTab tab, long me, @Nullable Cursor after, int limit) {
        return transactions.call(() -> {
            String sort = tab.isByClock() ? "c.answerBy" : "c.movedAt";
            String beyond = tab.isByClock() ? ">" : "<";
            String direction = tab.isByClock() ? "" : " desc";
            TypedQuery<SupportCase> query = entities.createQuery(
                    "select c from SupportCase c where " + condition(tab)
                            + (after == null
                                    ? ""
                                    : " and (" + sort + " " + beyond + " :at or (" + sort + " = :at and c.id " + beyond
                                            + " :id))")
                            + " order by " + sort + direction + ", c.id" + direction,
                    SupportCase.class);
            bind(query, tab, me);
            if (after != null) {
                query.setParameter("at", after.at()).setParameter("id", after.id());
            }
            List<SupportCase> found = query.setMaxResults(limit).getResultList();
            return new Page(rows(found), found.size() < limit ? null : cursor(tab, found.getLast()));
        });
    }

    private static Cursor cursor(CaseTab tab, SupportCase last) {
        return new Cursor(
                tab.isByClock() && last.answerBy != null ? last.answerBy : last.movedAt,
                last.id().value());
    }

    private List<CaseRow> rows(Collection<SupportCase> found) {
        Map<Long, List<String>> tags = book.tags(found);
        return found.stream()
                .map(one -> one.row(tags.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private static String condition(CaseTab tab) {
        return switch (tab) {
            case MINE -> "c.state = OPEN and c.answerBy is not null and c.assigneeId = :me";
            case UNASSIGNED -> "c.state = OPEN and c.answerBy is not null and c.assigneeId is null";
            case OPEN -> "c.state = OPEN and c.answerBy is not null";
            case WAITING -> "c.state = WAITING";
            case SOLVED -> "c.state = SOLVED";
        };
    }

    private static void bind(TypedQuery<?> query, CaseTab tab, long me) {
        if (tab == CaseTab.MINE) {
            query.setParameter("me", me);
        }
    }

    /** How many each tab shows, at most {@link #CAP}. */
    public Map<CaseTab, Integer> counts(long me) {
        return transactions.call(() -> {
            Map<CaseTab, Integer> counts = new EnumMap<>(CaseTab.class);
            for (CaseTab tab : CaseTab.values()) {
                counts.put(tab, count(tab, me));
            }
            return counts;
        });
    }

    /** How many buyers wait for an answer, at most {@link #CAP}: cheap enough to be asked by every page. */
    public int open() {
        return transactions.call(() -> count(CaseTab.OPEN, 0));
    }

    /** How many of them wait longer than they should. */
    public int overdue(Instant now) {
        return transactions.call(() -> entities.createQuery(
                        "select c.id from SupportCase c where c.state = OPEN and c.answerBy < :now", Long.class)
                .setParameter("now", now)
                .setMaxResults(CAP)
                .getResultList()
                .size());
    }

    private int count(CaseTab tab, long me) {
        TypedQuery<Long> query =
                entities.createQuery("select c.id from SupportCase c where " + condition(tab), Long.class);
        bind(query, tab, me);
        return query.setMaxResults(CAP).getResultList().size();
    }

    /** By number, buyer, subject, tag, or the order. */
    public List<CaseRow> search(String words) {
        String wanted = words.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<OrderId> found = orders.keys(OrderFilter.of(OrderTab.ALL).withSearch(wanted), null, MOST_FOUND).stream()
                .map(OrderKey::id)
                .toList();
        return transactions.call(() -> {
            String like = "%" + wanted.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
            List<SupportCase> cases = new ArrayList<>(entities.createQuery(
                            "select c from SupportCase c where c.number = :number or lower(c.subject) like :like"
                                    + " escape '!' or c.buyerAddress like :like escape '!' or lower(c.buyerName) like"
                                    + " :like escape '!' or exists (select 1 from CaseTag t where t.caseId = c.id and"
                                    + " lower(t.tag) = :tag) order by c.movedAt desc",
                            SupportCase.class)
                    .setParameter("number", wanted.toUpperCase(Locale.ROOT))
                    .setParameter("tag", wanted.toLowerCase(Locale.ROOT))
                    .setParameter("like", like)
                    .setMaxResults(MOST_FOUND)
                    .getResultList());
            cases.addAll(book.ofOrders(found));
            return rows(cases.stream().distinct().toList());
        });
    }

    /** @throws CaseException if there is no such case in scope */
    public CaseDetails details(CaseId id) {
        return transactions.call(() -> {
            SupportCase of = book.find(id);
            List<CaseBook.Filed> files = book.files(id);
            List<CaseEntry> entries = book.entries(id);
            List<CaseLine> lines = new ArrayList<>();
            for (CaseEntry entry : entries) {
                lines.add(entry.line(files.stream()
                        .filter(file -> file.entry() == entry.id())
                        .map(CaseBook.Filed::file)
                        .toList()));
            }
            for (CaseAnswer answer : book.answers(id)) {
                lines.add(answer.line(files.stream()
                        .filter(file -> file.answer() == answer.id().value())
                        .map(CaseBook.Filed::file)
                        .toList()));
            }
            lines.sort(Comparator.comparing(CaseLine::at));
            return new CaseDetails(
                    rows(List.of(of)).getFirst(),
                    lines,
                    entries.stream().anyMatch(entry -> entry.kind == CaseEntry.Kind.PERSON));
        });
    }

    /** The cases about an order, newest first. */
    public List<CaseRow> ofOrder(OrderId order) {
        return transactions.call(() -> rows(book.ofOrders(List.of(order))));
    }

    /** A file as it came; empty if there is none in scope. */
    public Optional<Download> file(long id) {
        return transactions.call(() -> book.file(id).map(file -> new Download(file.name, file.content)));
    }

    /** By what a seller's buyers can be written to. */
    public List<ConnectionRow> channels(SellerId seller) {
        return desk.channels().stream()
                .filter(channel -> channel.seller().equals(seller))
                .toList();
    }

    /** Mailboxes that cannot be read at the moment. */
    public List<Trouble> troubles() {
        return transactions.call(() -> book.failing().stream()
                .map(lane -> new Trouble(
                        new ConnectionId(lane.connectionId),
                        Objects.requireNonNullElse(lane.errorText, ""),
                        lane.readAt))
                .toList());
    }
}
