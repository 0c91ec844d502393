package org.packhaus.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.EmptyTables;
import org.packhaus.seller.NoSellerScope;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through every entity and every public service with another seller's ids and gets nothing. It is generated from the metamodel, the
 * schema and the beans, so nobody has to remember to extend it.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest {
    private static final Logger log = LoggerFactory.getLogger(IsolationTest.class);
    private static final SellerId OTHER = new SellerId(Canary.ID);
    private static final SellerId MINE = new SellerId(990_002);

    /** Entities without a seller, and why that is right. */
    private static final Map<String, String> GLOBAL = Map.ofEntries(
            Map.entry("org.packhaus.plugin.PluginFile", "a plugin is installed once for all sellers"),
            Map.entry("org.packhaus.security.User", "a person may work for several sellers"),
            Map.entry("org.packhaus.security.ApiToken", "a program of such a person; names sellers, is none of them"),
            Map.entry("org.packhaus.security.Passkey", "a key of such a person; asked for by its owner only"),
            Map.entry(
                    "org.packhaus.desk.SavedView",
                    "how a person looks at the list; it names filters and shows no order"),
            Map.entry(
                    "org.packhaus.print.PrintStation", "a table in the warehouse, whoever's parcels are packed on it"),
            Map.entry("org.packhaus.print.Printer", "stands on such a table"),
            Map.entry(
                    "org.packhaus.job.BatchEntity",
                    "belongs to who started it; found only through its rows, which are filtered"),
            Map.entry("org.packhaus.casework.SharedTemplate", "a text for all sellers; holds no buyer's words"));

    /** Tables with a seller that no entity maps, and who guards them. */
    private static final Map<String, String> UNMAPPED = Map.of(
            "membership", "makes the scope; security.Memberships asks by user",
            "plugin_seller", "of the install: says which sellers may use a plugin; only administrators see it");

    @Autowired
    DataSource source;

    @Autowired
    EntityManagerFactory factory;

    @Autowired
    EntityManager entities;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Scheduler scheduler;

    private Canary canary;

    @BeforeAll
    void settleIn() {
        // Recurring jobs may look at the other seller, of course, but would stumble over the nonsense in their rows.
        scheduler.pause();
        jdbc.sql("create table if not exists test_unfiltered (id bigint primary key, seller_id bigint not null)")
                .update();
        canary = new Canary(source, factory);
        canary.settleIn(List.copyOf(UNMAPPED.keySet()));
        jdbc.sql("""
            insert into seller (id, version, name, mark_letter, mark_tone, created_at)
            values (:id, 0, 'mine', 'M', 1, now(6))
            """).param("id", MINE.value()).update();
    }

    @AfterAll
    void moveOut() {
        EmptyTables.empty(source);
        scheduler.resume();
    }

    private List<AbstractEntityPersister> tenants() {
        Set<String> tables = new TreeSet<>(canary.tenantTables());
        tables.add("seller");
        tables.remove(Unfiltered.TABLE);
        return Canary.entities(factory).stream()
                .filter(entity -> tables.contains(Canary.table(entity)))
                .toList();
    }

    @Test
    void everyEntityBelongsToASellerOrSaysWhyNot() {
        Set<String> tables = new TreeSet<>(canary.tenantTables());
        tables.add("seller");
        assertThat(Canary.entities(factory))
                .filteredOn(entity -> !tables.contains(Canary.table(entity)))
                .extracting(AbstractEntityPersister::getEntityName)
                .as("entities without seller_id: give them one, or say in GLOBAL why not")
                .isSubsetOf(GLOBAL.keySet());
    }

    @Test
    void everyTableOfASellerIsAFilteredEntityOrSaysWhyNot() {
        Set<String> mapped = new TreeSet<>();
        Canary.entities(factory).forEach(entity -> mapped.add(Canary.table(entity)));
        assertThat(canary.tenantTables())
                .filteredOn(table -> !mapped.contains(table))
                .as("tables with seller_id that no filter guards: map them, or say in UNMAPPED who does")
                .isSubsetOf(UNMAPPED.keySet());
    }

    @Test
    void noEntityShowsAnotherSellersRows() {
        Map<String, List<String>> leaks = new TreeMap<>();
        for (AbstractEntityPersister entity : tenants()) {
            List<String> found = leaks(entity);
            if (!found.isEmpty()) {
                leaks.put(entity.getEntityName(), found);
            }
        }
        assertThat(tenants()).hasSizeGreaterThan(4);
        assertThat(leaks).isEmpty();
    }

    /** The proof that the test above can fail. */
    @Test
    void noticesAnEntityWithoutTheFilter() {
        AbstractEntityPersister unfiltered = Canary.entities(factory).stream()
                .filter(entity -> entity.getEntityName().equals(Unfiltered.class.getName()))
                .findFirst()
                .orElseThrow();

        assertThat(leaks(unfiltered)).hasSize(5);
    }

    /** Everything one can do with an entity that should have brought nothing, and did. */
    private List<String> leaks(AbstractEntityPersister entity) {
        String name = entity.getEntityName();
        List<String> leaks = new ArrayList<>();
        SellerScope.run(OTHER, () -> {
            if (count(name) != 1) {
                leaks.add("the owner does not see their own row: this test proves nothing");
            }
        });
        SellerScope.run(MINE, () -> {
            long own = name.equals("org.packhaus.seller.Seller") ? 1 : 0;
            if (count(name) != own) {
                leaks.add("query");
            }
            // A row known by several columns is reached by queries only.
            if (entity.getIdentifierType().getReturnedClass() == Long.class
                    && inTransaction(() -> entities.find(entity.getMappedClass(), Canary.ID) != null)) {
                leaks.add("find");
            }
            if (inTransaction(() -> entities.createQuery("delete from " + name).executeUpdate()) > own) {
                leaks.add("bulk delete");
            }
        });
        SellerScope.run(Set.of(), () -> {
            if (count(name) != 0) {
                leaks.add("query with an empty scope");
            }
        });
        try {
            count(name);
            leaks.add("query without a scope");
        } catch (RuntimeException refused) {
            if (!(refused instanceof NoSellerScope)) {
                assertThat(refused).hasRootCauseInstanceOf(NoSellerScope.class);
            }
        }
        return leaks;
    }

    private long count(String entity) {
        return inTransaction(() -> entities.createQuery("select count(e) from " + entity + " e", Long.class)
                .getSingleResult());
    }

    /** Always rolled back. */
    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(manager).execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    @Test
    void noServiceGivesOrChangesAnythingOfAnotherSellers() {
        ServiceProbe probe = new ServiceProbe(context, canary);
        List<String> leaks = new ArrayList<>();
        for (ServiceProbe.Call call : probe.calls()) {
            leaks.addAll(probe.leaks(call, MINE));
        }
        log.info(
                "Called {} methods; left out, because their arguments cannot be made: {}",
                probe.called(),
                probe.leftOut());
        assertThat(probe.called()).isGreaterThan(20);
        assertThat(leaks).isEmpty();
    }

    @Test
    void theProbeNoticesAServiceThatLeaks() {
        ServiceProbe probe = new ServiceProbe(context, canary);
        Leaky leaky = new Leaky(jdbc);

        assertThat(probe.callsOf(leaky).stream().flatMap(call -> probe.leaks(call, MINE).stream()))
                .anySatisfy(leak -> assertThat(leak).contains("name").contains("shows"))
                .anySatisfy(leak -> assertThat(leak).contains("exists").contains("tells"))
                .anySatisfy(leak -> assertThat(leak).contains("rename").contains("changes"));
    }

    /** Three ways to do it wrong. */
    public static final class Leaky {
        private final JdbcClient jdbc;

        Leaky(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        public String name(SellerId seller) {
            return jdbc.sql("select coalesce(max(name), '') from seller where id = ?")
                    .param(seller.value())
                    .query(String.class)
                    .single();
        }

        public boolean exists(SellerId seller) {
            return jdbc.sql("select count(*) from seller where id = ?")
                            .param(seller.value())
                            .query(Long.class)
                            .single()
                    > 0;
        }

        public void rename(SellerId seller) {
            jdbc.sql("update seller set mark_tone = 1 + mod(mark_tone, 8) where id = ?")
                    .param(seller.value())
                    .update();
        }
    }

    @Test
    void refusesWritingForASellerOutOfScope() {
        SellerScope.run(
                MINE, () -> assertThatThrownBy(() -> SellerScope.require(OTHER)).isInstanceOf(NoSellerScope.class));
    }
}
