package org.packhaus.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.audit.Audit;
import org.packhaus.audit.AuditRow;
import org.packhaus.audit.AuditSearch;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/**
 * The audit log for those who may read it: lines of the sellers in view at which they may, and for administrators of the install also the
 * lines that belong to no seller.
 */
@Service
public class AuditBook {
    /** More than a spreadsheet shows comfortably; narrow the search for the rest. */
    static final int MOST_EXPORTED = 100_000;

    private static final int PAGE = 500;

    private final Audit audit;
    private final CurrentUser user;

    AuditBook(Audit audit, CurrentUser user) {
        this.audit = audit;
        this.user = user;
    }

    /** Whether there is anything in it for this user. */
    public boolean mayRead() {
        return user.may(Permission.SEE_AUDIT) || user.may(Permission.ADMINISTER);
    }

    /**
     * The newest lines.
     *
     * @param before the id of the last line already shown; {@code Long.MAX_VALUE} to begin
     */
    public List<AuditRow> page(AuditSearch wanted, long before, int count) {
        Stream<AuditRow> rows = sellers().isEmpty()
                ? Stream.of()
                : SellerScope.get(sellers(), () -> audit.search(wanted, before, count)).stream();
        if (user.may(Permission.ADMINISTER)) {
            rows = Stream.concat(rows, audit.searchInstall(wanted, before, count).stream());
        }
        return rows.sorted(Comparator.comparingLong(AuditRow::id).reversed())
                .limit(count)
                .toList();
    }

    public Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        if (!sellers().isEmpty()) {
            actions.addAll(SellerScope.get(sellers(), audit::actions));
        }
        if (user.may(Permission.ADMINISTER)) {
            actions.addAll(audit.installActions());
        }
        return actions;
    }

    /**
     * Writes the wanted lines as CSV, the newest first, times in UTC.
     *
     * @return how many
     */
    public int export(AuditSearch wanted, Map<SellerId, String> names, Writer out) {
        try {
            out.write(CsvLine.of(
                    List.of("time", "seller", "actor kind", "actor", "action", "subject", "number", "detail")));
            int written = 0;
            long before = Long.MAX_VALUE;
            while (written < MOST_EXPORTED) {
                List<AuditRow> page = page(wanted, before, PAGE);
                for (AuditRow row : page) {
                    out.write(line(row, names));
                }
                written += page.size();
                if (page.size() < PAGE) {
                    break;
                }
                before = page.getLast().id();
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(AuditRow row, Map<SellerId, String> names) {
        SellerId seller = row.seller();
        return CsvLine.of(List.of(
                row.at().toString(),
                seller == null ? "" : names.getOrDefault(seller, seller.toString()),
                row.actor().kind().name(),
                row.actor().name(),
                row.action(),
                row.subject().type(),
                Long.toString(row.subject().id()),
                row.detail().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("; "))));
    }

    private Set<SellerId> sellers() {
        return user.chosenWith(Permission.SEE_AUDIT);
    }
}
