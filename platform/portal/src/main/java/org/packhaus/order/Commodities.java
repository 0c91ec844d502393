package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.Commodity;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/** What customs asks of a seller's goods: entered once a SKU, declared with every parcel that leaves the customs union. */
@Service
public class Commodities {
    private static final int LONGEST_SKU = 120;
    private static final int LONGEST_DESCRIPTION = 256;

    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    Commodities(EntityManager entities, TransactionRetry transactions, Audit audit, Clock clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was entered for a SKU. */
    public Optional<Commodity> find(SellerId seller, String sku) {
        return transactions.call(() ->
                Optional.ofNullable(find(Set.of(seller.value()), Set.of(sku)).get(new SellerSku(seller.value(), sku))));
    }

    /**
     * Enters it, or corrects what was entered. Labels bought before keep what was declared with them.
     *
     * @throws OrderException if the description or the SKU is longer than customs papers have room for
     */
    public void declare(SellerId seller, String sku, Commodity commodity) {
        if (sku.isBlank()
                || sku.length() > LONGEST_SKU
                || commodity.description().length() > LONGEST_DESCRIPTION) {
            throw new OrderException(
                    "customs-text-too-long",
                    "The description of SKU " + sku + " has at most " + LONGEST_DESCRIPTION
                            + " characters. Shorten it.",
                    sku,
                    Integer.toString(LONGEST_DESCRIPTION));
        }
        transactions.run(() -> {
            SkuCustoms entered = entities.createQuery(
                            "select c from SkuCustoms c where c.sellerId = :seller and c.sku = :sku", SkuCustoms.class)
                    .setParameter("seller", seller.value())
                    .setParameter("sku", sku)
                    .getResultStream()
                    .findFirst()
                    .orElseGet(() -> new SkuCustoms(SellerScope.require(seller), sku, commodity, clock.instant()));
            entered.is(commodity, clock.instant());
            entities.persist(entered);
            audit.record(
                    seller,
                    "sku.customs",
                    new Subject("sku-customs", entered.id()),
                    Map.of(
                            "sku", sku,
                            "hsCode", commodity.hsCode(),
                            "origin", commodity.origin().code(),
                            "netWeight", commodity.weight().toString()));
        });
    }

    record SellerSku(long seller, String sku) {}

    /** Of many orders' pieces, in one statement. Inside the caller's transaction. */
    Map<SellerSku, Commodity> find(Collection<Long> sellers, Collection<String> skus) {
        if (sellers.isEmpty() || skus.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select c from SkuCustoms c where c.sellerId in :sellers and c.sku in :skus", SkuCustoms.class)
                .setParameter("sellers", sellers)
                .setParameter("skus", skus)
                .getResultStream()
                .collect(Collectors.toMap(one -> new SellerSku(one.sellerId, one.sku), SkuCustoms::commodity));
    }
}
