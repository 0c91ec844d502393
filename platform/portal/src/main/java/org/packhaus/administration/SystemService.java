package org.packhaus.administration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.DatabaseStateSql;
import org.packhaus.job.JobAdministration;
import org.packhaus.order.ImportService;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Is everything well, and how long are buyers kept? For administrators of the install. */
@Service
public class SystemService {
    /** A longer time would need a reason that no channel gives. */
    public static final int MOST_DAYS = 365;
    /** Touched by the backup command of docs/operations after it has succeeded. */
    private static final String BACKUP_MARK = "last-backup";

    private final DatabaseStateSql database;
    private final JobAdministration jobs;
    private final Vault vault;
    private final ImportService imports;
    private final ConnectionService connections;
    private final CurrentUser user;
    private final Audit audit;
    private final Path data;
    private final Instant startedAt =
            ProcessHandle.current().info().startInstant().orElseGet(Instant::now);

    SystemService(
            DatabaseStateSql database,
            JobAdministration jobs,
            Vault vault,
            ImportService imports,
            ConnectionService connections,
            CurrentUser user,
            Audit audit,
            @Value("${packhaus.data:var}") Path data) {
        this.database = database;
        this.jobs = jobs;
        this.vault = vault;
        this.imports = imports;
        this.connections = connections;
        this.user = user;
        this.audit = audit;
        this.data = data.toAbsolutePath().normalize();
    }

    public SystemState state() {
        user.demand(Permission.ADMINISTER);
        long free = -1;
        long total = -1;
        try {
            var store = Files.getFileStore(data);
            free = store.getUsableSpace();
            total = store.getTotalSpace();
        } catch (IOException e) {
            // Shown as unknown.
        }
        return new SystemState(
                Optional.ofNullable(SystemService.class.getPackage().getImplementationVersion())
                        .orElse(""),
                Runtime.version().toString(),
                startedAt,
                database.now(),
                jobs.counts(),
                data,
                free,
                total,
                vault.masterKeyFile(),
                lastBackup());
    }

    private @Nullable Instant lastBackup() {
        try {
            return Files.getLastModifiedTime(data.resolve(BACKUP_MARK)).toInstant();
        } catch (IOException e) {
            return null;
        }
    }

    /** For every channel of the sellers in view. */
    public List<Retention> retentions() {
        user.demand(Permission.ADMINISTER);
        return user.inScope(() -> connections.list(ConnectionRole.SALES_CHANNEL).stream()
                .map(one -> new Retention(
                        one.seller(), one.id(), one.name(), imports.buyersKeptFor(one.seller(), one.id())))
                .toList());
    }

    /** From now on, a channel's buyers are erased so many days after delivery. */
    public void keepBuyersFor(Retention wanted) {
        user.demand(Permission.ADMINISTER);
        if (wanted.days() < 1 || wanted.days() > MOST_DAYS) {
            throw new IllegalArgumentException("buyers are kept for 1 to " + MOST_DAYS + " days after delivery");
        }
        user.inScopeOf(wanted.seller(), Permission.MANAGE_SELLERS, () -> {
            // Refuses a connection of another seller.
            connections.connection(wanted.connection());
            imports.keepBuyersFor(wanted.seller(), wanted.connection(), wanted.days());
            audit.record(
                    wanted.seller(),
                    "order.retention",
                    new Subject("connection", wanted.connection().value()),
                    Map.of("days", Integer.toString(wanted.days())));
            return true;
        });
    }
}
