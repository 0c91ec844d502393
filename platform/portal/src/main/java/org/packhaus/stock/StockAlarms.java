package org.packhaus.stock;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/** At how many left to sell somebody wants to be told: a seller's default, and what a SKU says instead. 0 tells nothing before it is sold out. */
@Service
public class StockAlarms {
    static final int MOST = 1_000_000;

    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Audit audit;

    StockAlarms(EntityManager entities, TransactionRetry transactions, Audit audit) {
        this.entities = entities;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What counts for a seller's SKUs that say nothing else; empty if nobody wants to be told. */
    public Optional<Integer> usual(SellerId seller) {
        return transactions.call(
                () -> entities.createQuery("select a.lowAt from StockAlarm a where a.sellerId = :seller", Integer.class)
                        .setParameter("seller", seller.value())
                        .getResultStream()
                        .findFirst());
    }

    /** @param lowAt null to be told of none */
    public void usual(SellerId seller, @Nullable Integer lowAt) {
        SellerScope.require(seller);
        check(lowAt);
        transactions.callAgainIfStale(() -> {
            StockAlarm known = entities.find(StockAlarm.class, seller.value());
            if (lowAt == null) {
                if (known != null) {
                    entities.remove(known);
                }
            } else if (known == null) {
                entities.persist(new StockAlarm(seller, lowAt));
            } else {
                known.lowAt = lowAt;
            }
            audit.record(
                    seller,
                    "stock.alarm",
                    new Subject("seller", seller.value()),
                    Map.of("low", lowAt == null ? "" : lowAt.toString()));
            return null;
        });
    }

    /** @param lowAt null for what is usual with the seller */
    public void of(SellerId seller, String sku, @Nullable Integer lowAt) {
        SellerScope.require(seller);
        check(lowAt);
        transactions.callAgainIfStale(() -> {
            entities.createQuery(
                            "select l from StockLevel l where l.sellerId = :seller and l.sku = :sku", StockLevel.class)
                    .setParameter("seller", seller.value())
                    .setParameter("sku", sku)
                    .getResultStream()
                    .findFirst()
                    .ifPresent(level -> {
                        level.lowAt = lowAt;
                        audit.record(
                                seller,
                                "stock.alarm",
                                new Subject("stock", level.id()),
                                Map.of("skus", sku, "low", lowAt == null ? "" : lowAt.toString()));
                    });
            return null;
        });
    }

    private static void check(@Nullable Integer lowAt) {
        if (lowAt != null && (lowAt < 0 || lowAt > MOST)) {
            throw new StockException(
                    "alarm-unusable",
                    "A low-stock alarm is a whole number from 0 to " + MOST + ".",
                    Integer.toString(MOST));
        }
    }
}
