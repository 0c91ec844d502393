package org.packhaus.dayend;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.document.LabelPages;
import org.packhaus.document.Unprintable;
import org.packhaus.job.Jobs;
import org.packhaus.print.PrintService;
import org.packhaus.print.StationId;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.HandOvers;
import org.packhaus.shipment.HandOvers.Open;
import org.springframework.stereotype.Service;

/** Closes carriers' days and keeps what came of it. Sees the sellers in scope only. */
@Service
public class DayEndService {
    /** Who closed when nobody had to ask. */
    public static final String BY_ITSELF = "day-end";

    private final DayEndBook book;
    private final CloseMoves moves;
    private final CloseDesk desk;
    private final HandOvers handOvers;
    private final ConnectionService connections;
    private final SellerService sellers;
    private final Jobs jobs;
    private final PrintService prints;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    DayEndService(
            DayEndBook book,
            CloseMoves moves,
            CloseDesk desk,
            HandOvers handOvers,
            ConnectionService connections,
            SellerService sellers,
            Jobs jobs,
            PrintService prints,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.moves = moves;
        this.desk = desk;
        this.handOvers = handOvers;
        this.connections = connections;
        this.sellers = sellers;
        this.jobs = jobs;
        this.prints = prints;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every carrier of the sellers in scope, by seller and name. */
    public List<DayEndRow> days() {
        Instant now = clock.instant();
        List<ConnectionRow> carriers = connections.list(ConnectionRole.CARRIER);
        Map<SellerId, SellerDetails> details = new HashMap<>();
        carriers.forEach(carrier -> details.computeIfAbsent(carrier.seller(), sellers::details));
        Map<ConnectionId, Duty> duties = new HashMap<>();
        carriers.forEach(carrier -> duties.put(carrier.id(), desk.duty(carrier.id())));
        return transactions.call(() -> {
            Map<ConnectionId, Open> open = handOvers.counts(now.minus(CloseMoves.LOOKS_BACK));
            Map<ConnectionId, DayClose> unfinished = book.unfinished();
            Map<ConnectionId, DayClose> newest = book.newest();
            Map<Long, DayEndPlan> plans = book.plans();
            Map<Long, List<ClosingRow.Paper>> papers = book.papers(newest.values());
            List<DayEndRow> days = new ArrayList<>();
            for (ConnectionRow carrier : carriers) {
                DayEndPlan settled = plans.get(carrier.id().value());
                Duty duty = duties.getOrDefault(carrier.id(), Duty.UNKNOWN);
                SellerDetails seller = Objects.requireNonNull(details.get(carrier.seller()));
                Plans.Plan plan = Plans.of(settled, duty, seller);
                Open waiting = open.get(carrier.id());
                days.add(new DayEndRow(
                        carrier.id(),
                        carrier.seller(),
                        carrier.name(),
                        duty,
                        waiting == null ? 0 : waiting.parcels(),
                        plan.automatic(),
                        plan.at(),
                        seller.timeZone(),
                        new CloseTimes(plan.at(), seller.timeZone()).next(now),
                        settled == null ? null : settled.overdueSince().orElse(null),
                        row(unfinished.get(carrier.id()), Map.of()),
                        row(newest.get(carrier.id()), papers)));
            }
            return days;
        });
    }

    private static @Nullable ClosingRow row(@Nullable DayClose closing, Map<Long, List<ClosingRow.Paper>> papers) {
        return closing == null ? null : closing.row(papers.getOrDefault(closing.id(), List.of()));
    }

    /** What was closed, newest first. @param before the id of the last one already shown; {@code Long.MAX_VALUE} to begin */
    public List<ClosingRow> past(long before, int limit) {
        return transactions.call(() -> {
            List<DayClose> closed = book.closed(before, limit);
            Map<Long, List<ClosingRow.Paper>> papers = book.papers(closed);
            return closed.stream()
                    .map(closing -> closing.row(papers.getOrDefault(closing.id(), List.of())))
                    .toList();
        });
    }

    /** Wants a carrier's day closed; a job does it, in the name of whoever acts now. Asking twice closes once. */
    public void close(ConnectionId carrier) {
        ConnectionRow connection = connections.connection(carrier);
        String by = audit.actor().name();
        boolean begun = moves.want(
                connection,
                () -> jobs.schedule(
                        CloseJob.TYPE,
                        carrier.toString(),
                        connection.seller(),
                        new CloseJob.Wanted(carrier.value(), by)));
        if (!begun) {
            throw new DayEndException(
                    "nothing-to-close",
                    "No parcel of " + connection.name() + " is open: every bought label is in a closing already.",
                    connection.name());
        }
    }

    /** When a carrier's day is closed by itself. @param at in the seller's zone */
    public void plan(ConnectionId carrier, boolean automatic, LocalTime at) {
        ConnectionRow connection = connections.connection(carrier);
        SellerScope.require(connection.seller());
        transactions.callAgainIfStale(() -> {
            book.plan(carrier)
                    .orElseGet(() -> Plans.add(book, connection))
                    .settle(automatic, at.withSecond(0).withNano(0));
            audit.record(
                    connection.seller(),
                    "day-end.plan",
                    new Subject("connection", carrier.value()),
                    Map.of(
                            "carrier",
                            connection.name(),
                            "automatic",
                            Boolean.toString(automatic),
                            "at",
                            at.toString()));
            return null;
        });
    }

    /** How many carriers need a person: parcels stay behind, or a carrier said no. Cheap. */
    public long alarms() {
        return transactions.call(book::alarms);
    }

    /** What happened to a closing, oldest first. */
    public List<HistoryLine> history(long closing) {
        return transactions.call(
                () -> book.history(closing).stream().map(DayCloseEvent::line).toList());
    }

    /** A line of a closing's history. */
    public record HistoryLine(Instant at, int attempt, CloseState state, String actor, String code, String text) {}

    /** A paper as a person may look at it: a carrier's PDF is cleaned. Empty if there is none in scope, or none any more. */
    public Optional<PaperFile> paper(long id) throws Unprintable {
        Optional<DayClosePaper> found = transactions.call(() -> book.paper(id));
        return found.isEmpty() ? Optional.empty() : Optional.of(file(found.get()));
    }

    private static PaperFile file(DayClosePaper paper) throws Unprintable {
        byte[] content = paper.type() == DocumentType.PDF && !paper.own()
                ? LabelPages.clean("closing " + paper.closing(), paper.content(), Optional.empty(), paper.createdAt())
                : paper.content();
        return new PaperFile(
                "day-end-%d-%d.%s"
                        .formatted(paper.closing(), paper.number(), paper.type().extension()),
                paper.type(),
                content);
    }

    /**
     * Sends a paper to a station's printer for slips.
     *
     * @throws DayEndException if it is not there any more, or is in a language that printer does not speak
     */
    public void print(long id, StationId station) throws Unprintable {
        DayClosePaper paper = transactions
                .call(() -> book.paper(id))
                .orElseThrow(() -> new DayEndException(
                        "paper-gone", "The paper is not kept any more: it was erased with the first of its buyers."));
        if (paper.type() != DocumentType.PDF) {
            throw new DayEndException(
                    "paper-is-no-pdf",
                    "The carrier's list is " + paper.type() + ". Download it and print it there.",
                    paper.type().name());
        }
        int parcels = transactions.call(() -> book.closing(paper.closing())
                .map(closing -> closing.row(List.of()).parcels())
                .orElse(0));
        prints.print(station, paper.seller(), "day-end", file(paper).content(), parcels);
        audit.record(
                paper.seller(),
                "day-end.print",
                new Subject("day-close", paper.closing()),
                Map.of("station", station.toString()));
    }

    /** A paper and what to call it. */
    @SuppressWarnings("ArrayRecordComponent") // Large, and compared nowhere.
    public record PaperFile(String filename, DocumentType type, byte[] content) {}
}
