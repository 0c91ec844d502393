package org.packhaus.stock;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.StockTarget;
import org.packhaus.sdk.StockTarget.Answer;
import org.packhaus.sdk.StockTarget.Level;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells a channel what is left. Only levels it does not know yet, as they are when it is called: ten sales between two runs are one
 * number. Levels are absolute, so a lost answer costs a repetition and nothing else.
 */
@Component
class StockPush {
    private static final Logger log = LoggerFactory.getLogger(StockPush.class);
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final PluginHost host;
    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Clock clock;

    StockPush(PluginHost host, EntityManager entities, TransactionRetry transactions, Clock clock) {
        this.host = host;
        this.entities = entities;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How a run ended. */
    record Outcome(int taken, int refused, Optional<String> stopped) {}

    /** Needs a scope that includes the seller. Never inside a transaction. */
    Outcome run(SellerId seller, ConnectionId connection) {
        SellerScope.require(seller);
        int taken = 0;
        int refused = 0;
        try {
            Installed<SalesChannel<Record>> channel = host.salesChannel(connection);
            Optional<Installed<StockTarget<Record>>> target = channel.ability(StockTarget.class);
            if (target.isEmpty()) {
                return new Outcome(0, 0, Optional.empty());
            }
            int most = Math.max(1, target.get().read((extension, settings) -> extension.mostPerCall()));
            String after = "";
            while (true) {
                List<Level> levels = changed(seller, connection, after, most);
                if (levels.isEmpty()) {
                    return new Outcome(taken, refused, Optional.empty());
                }
                List<Answer> answers =
                        target.get().call(DEADLINE, (extension, settings) -> extension.push(levels, settings));
                int wrong = save(seller, connection, levels, answers);
                refused += wrong;
                taken += levels.size() - wrong;
                after = levels.getLast().sku();
            }
        } catch (PluginMissing e) {
            return new Outcome(taken, refused, Optional.of(e.code()));
        } catch (PluginException e) {
            log.info("Stock over connection {} is told later [{}]: {}", connection, e.code(), e.text());
            return new Outcome(taken, refused, Optional.of(e.code()));
        }
    }

    private List<Level> changed(SellerId seller, ConnectionId connection, String after, int most) {
        return transactions.call(() -> entities.createQuery("""
                        select l from StockLevel l
                        left join PushedLevel p
                          on p.sellerId = l.sellerId and p.sku = l.sku and p.connectionId = :connection
                        where l.sellerId = :seller and l.tracked = true and l.sku > :after
                          and (case when l.onHand - l.reserved - l.waiting > 0 then l.onHand - l.reserved - l.waiting else 0 end)
                              not in (coalesce(p.pushed, -1), coalesce(p.refused, -1))
                        order by l.sku
                        """, StockLevel.class)
                .setParameter("connection", connection.value())
                .setParameter("seller", seller.value())
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultStream()
                .map(level -> new Level(level.sku, level.available()))
                .toList());
    }

    private int save(SellerId seller, ConnectionId connection, List<Level> levels, List<Answer> answers) {
        Map<String, Answer> bySku =
                answers.stream().collect(Collectors.toMap(Answer::sku, Function.identity(), (one, other) -> one));
        return transactions.callAgainIfStale(() -> {
            int refused = 0;
            for (Level level : levels) {
                var key = new PushedLevel.Key(seller.value(), connection.value(), level.sku());
                PushedLevel push = entities.find(PushedLevel.class, key);
                if (push == null) {
                    push = new PushedLevel(seller, connection, level.sku());
                    entities.persist(push);
                }
                Optional<String> error = Optional.ofNullable(bySku.get(level.sku()))
                        .map(Answer::error)
                        .orElse(Optional.of("The channel did not answer for this SKU."));
                if (error.isPresent()) {
                    push.refused(level.available(), error.get());
                    refused++;
                } else {
                    push.taken(level.available(), clock.instant());
                }
            }
            return refused;
        });
    }
}
