package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.packhaus.job.Jobs;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.ConnectionChanged;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Has orders brought in: once a minute, when somebody presses the button, and as soon as a broken connection works again. At most one
 * import of a connection runs in the whole cluster, because the job's key is the connection.
 */
@Service
public class ImportService implements RecurringJob, JobHandler<ImportService.Connection> {
    private static final JobType<Connection> TYPE = new JobType<>("order.import", Connection.class);

    private final OrderImport imports;
    private final ConnectionService connections;
    private final ImportStates states;
    private final BuyerErasure erasure;
    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Jobs jobs;
    private final Clock clock;

    ImportService(
            OrderImport imports,
            ConnectionService connections,
            ImportStates states,
            BuyerErasure erasure,
            EntityManager entities,
            TransactionRetry transactions,
            Jobs jobs,
            Clock clock) {
        this.imports = imports;
        this.connections = connections;
        this.states = states;
        this.erasure = erasure;
        this.entities = entities;
        this.transactions = transactions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What an import job carries. */
    public record Connection(long seller, long connection) {}

    /** Has a connection read at once, even while it was backing off. */
    public void now(SellerId seller, ConnectionId connection) {
        transactions.run(() -> {
            states.of(seller, connection).notBefore = null;
            jobs.cancel(TYPE, connection.toString());
            jobs.schedule(TYPE, connection.toString(), seller, new Connection(seller.value(), connection.value()));
        });
    }

    /** Reads a connection in the caller's own thread and says how it went; for the command line. Never inside a transaction. */
    public ImportOutcome run(SellerId seller, ConnectionId connection) {
        return imports.run(seller, connection, true);
    }

    /** How the imports of the sellers in scope are doing. */
    public List<ImportRow> states() {
        return transactions.call(() -> entities.createQuery(
                        "select s from ImportState s order by s.sellerId, s.connectionId", ImportState.class)
                .getResultStream()
                .map(state -> new ImportRow(
                        new SellerId(state.sellerId),
                        new ConnectionId(state.connectionId),
                        state.finishedAt,
                        state.failures,
                        state.errorCode,
                        state.errorText,
                        state.notBefore))
                .toList());
    }

    /** How many days after delivery the buyers of a connection in scope are erased. */
    public int buyersKeptFor(SellerId seller, ConnectionId connection) {
        SellerScope.require(seller);
        return transactions
                .call(() -> entities.createQuery(
                                "select s.eraseDays from ImportState s where s.sellerId = :seller and s.connectionId = :connection",
                                Integer.class)
                        .setParameter("seller", seller.value())
                        .setParameter("connection", connection.value())
                        .getResultStream()
                        .findFirst())
                .orElse(ImportState.DEFAULT_ERASE_DAYS);
    }

    /** Sets how many days after delivery a channel's buyers are erased. */
    public void keepBuyersFor(SellerId seller, ConnectionId connection, int days) {
        if (days < 1) {
            throw new OrderException("erase-days", "Buyers are kept for at least one day after delivery.");
        }
        erasure.keepFor(seller, connection, days, states);
    }

    @EventListener
    void repaired(ConnectionChanged changed) {
        if (changed.becameUsable() && SellerScope.isBound() && SellerScope.includes(changed.seller())) {
            for (ConnectionRow row : connections.list(ConnectionRole.SALES_CHANNEL)) {
                if (row.id().equals(changed.connection())) {
                    now(changed.seller(), changed.connection());
                }
            }
        }
    }

    @Override
    public String name() {
        return "order.import";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(SellerId seller) {
        for (ConnectionRow row : connections.list(ConnectionRole.SALES_CHANNEL)) {
            if (row.usable()) {
                jobs.schedule(
                        TYPE,
                        row.id().toString(),
                        seller,
                        new Connection(seller.value(), row.id().value()));
            }
        }
    }

    @Override
    public JobType<Connection> type() {
        return TYPE;
    }

    @Override
    public JobResult run(Connection data, JobContext context) {
        SellerId seller = new SellerId(data.seller());
        return switch (imports.run(seller, new ConnectionId(data.connection()), false)) {
            case ImportOutcome.Done done -> JobResult.DONE;
            case ImportOutcome.Paused paused -> JobResult.DONE;
            case ImportOutcome.Later later -> JobResult.again(until(later.at()));
        };
    }

    private Duration until(Instant at) {
        Duration wait = Duration.between(clock.instant(), at);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
