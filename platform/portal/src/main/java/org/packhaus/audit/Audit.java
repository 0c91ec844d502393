package org.packhaus.audit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The book of who did what. Recording joins the running transaction, so what is rolled back leaves no line. Never put a secret or more
 * of a buyer's data than needed into the detail.
 */
@Service
public class Audit {
    private static final ScopedValue<Actor> ACTOR = ScopedValue.newInstance();
    static final TypeReference<LinkedHashMap<String, String>> DETAIL = new TypeReference<>() {};

    private final AuditRepository entries;
    private final AuditQueries queries;
    private final InstallAuditSql install;
    private final ObjectProvider<ActorSource> signedIn;
    private final JsonMapper json;
    private final Clock clock;

    Audit(
            AuditRepository entries,
            AuditQueries queries,
            InstallAuditSql install,
            ObjectProvider<ActorSource> signedIn,
            JsonMapper json,
            Clock clock) {
        this.entries = entries;
        this.queries = queries;
        this.install = install;
        this.signedIn = signedIn;
        this.json = json;
        this.clock = clock;
    }

    /** Everything recorded inside is this actor's doing; jobs say so who they are. */
    public static <T> T as(Actor actor, Callable<T> work) throws Exception {
        return ScopedValue.where(ACTOR, actor).call(work::call);
    }

    /**
     * @param action what was done, as the trade says it, e.g. {@code order.hold}
     * @param detail what a person needs to understand it later
     */
    @Transactional
    public void record(SellerId seller, String action, Subject subject, Map<String, String> detail) {
        SellerScope.require(seller);
        write(seller, action, subject, detail);
    }

    /** For what concerns the whole install, such as a sign-in. */
    @Transactional
    public void record(String action, Subject subject, Map<String, String> detail) {
        write(null, action, subject, detail);
    }

    private void write(@Nullable SellerId seller, String action, Subject subject, Map<String, String> detail) {
        entries.save(
                new AuditEntry(clock.instant(), seller, actor(), action, subject, json.writeValueAsString(detail)));
    }

    /** The one who acts now. */
    public Actor actor() {
        if (ACTOR.isBound()) {
            return ACTOR.get();
        }
        return signedIn.orderedStream()
                .flatMap(source -> source.signedIn().stream())
                .findFirst()
                .orElse(Actor.SYSTEM);
    }

    /**
     * The newest lines of the sellers in scope.
     *
     * @param before the id of the last line already shown; {@code Long.MAX_VALUE} to begin
     */
    @Transactional(readOnly = true)
    public List<AuditRow> newest(long before, int count) {
        return rows(entries.findByIdLessThanOrderByIdDesc(before, Limit.of(count)));
    }

    /** The newest lines about one subject. */
    @Transactional(readOnly = true)
    public List<AuditRow> about(Subject subject, long before, int count) {
        return rows(entries.findBySubjectTypeAndSubjectIdAndIdLessThanOrderByIdDesc(
                subject.type(), subject.id(), before, Limit.of(count)));
    }

    /** The newest lines of the sellers in scope that are wanted. */
    @Transactional(readOnly = true)
    public List<AuditRow> search(AuditSearch wanted, long before, int count) {
        return rows(queries.find(wanted, before, count));
    }

    /** The same for the lines that belong to no seller. Who may see them is the caller's question. */
    @Transactional(readOnly = true)
    public List<AuditRow> searchInstall(AuditSearch wanted, long before, int count) {
        return install.find(wanted, before, count);
    }

    /** What has been done lately, for sellers in scope, as words to choose from. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return queries.actions();
    }

    /** The same for the install. */
    @Transactional(readOnly = true)
    public List<String> installActions() {
        return install.actions();
    }

    private List<AuditRow> rows(List<AuditEntry> found) {
        return found.stream()
                .map(entry -> new AuditRow(
                        entry.id(),
                        entry.at(),
                        entry.seller(),
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        json.readValue(entry.detail(), DETAIL)))
                .toList();
    }
}
