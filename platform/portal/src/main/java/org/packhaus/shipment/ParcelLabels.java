package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/**
 * The labels parcels leave with, for whoever follows them on their way. A label counts as long as its parcel would leave with it. Sees the
 * sellers in scope only.
 */
@Service
public class ParcelLabels {
    /** One being given back may turn out to be a good label after all. */
    private static final Set<LabelState> STANDING = Set.of(LabelState.CONFIRMED, LabelState.VOIDING);

    private final EntityManager entities;
    private final TransactionRetry transactions;

    ParcelLabels(EntityManager entities, TransactionRetry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * A label a parcel leaves with.
     *
     * @param price what the carrier said when it was bought
     */
    public record ParcelLabel(
            PurchaseId label,
            SellerId seller,
            OrderId order,
            ParcelId parcel,
            ConnectionId carrier,
            String carrierCode,
            String product,
            String trackingNumber,
            Optional<Money> price,
            Instant boughtAt) {}

    record Line(
            long purchase,
            long seller,
            long order,
            long parcel,
            long carrier,
            @Nullable String carrierCode,
            @Nullable String product,
            String trackingNumber,
            @Nullable BigDecimal price,
            @Nullable String currency,
            Instant boughtAt) {
        ParcelLabel row() {
            return new ParcelLabel(
                    new PurchaseId(purchase),
                    new SellerId(seller),
                    new OrderId(order),
                    new ParcelId(parcel),
                    new ConnectionId(carrier),
                    carrierCode == null ? "" : carrierCode,
                    product == null ? "" : product,
                    trackingNumber,
                    price == null || currency == null ? Optional.empty() : Optional.of(Money.of(price, currency)),
                    boughtAt);
        }
    }

    /**
     * Labels of a carrier that count, by the moment they were bought.
     *
     * @param since bought then or later
     * @param after the last one already seen of those bought at {@code since}; 0 to begin
     */
    public List<ParcelLabel> bought(ConnectionId carrier, Instant since, long after, int limit) {
        return transactions.call(() -> entities.createQuery("""
                        select new org.packhaus.shipment.ParcelLabels$Line(p.id, p.sellerId, p.orderId, p.parcelId,
                            p.carrierConnectionId, p.carrierCode, p.carrierProduct, p.trackingNumber, p.priceAmount,
                            p.priceCurrency, p.boughtAt)
                        from LabelPurchase p, Parcel c
                        where c.id = p.parcelId and p.generation = c.generation and p.purpose = :outbound
                          and p.state = :bought and p.carrierConnectionId = :carrier and p.trackingNumber is not null
                          and (p.boughtAt > :since or (p.boughtAt = :since and p.id > :after))
                        order by p.boughtAt, p.id
                        """, Line.class)
                .setParameter("outbound", LabelPurchase.Purpose.OUTBOUND)
                .setParameter("bought", LabelState.CONFIRMED)
                .setParameter("carrier", carrier.value())
                .setParameter("since", since)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(Line::row)
                .toList());
    }

    /** Under which number each goes now, a person's correction included; one given back or replaced is left out. */
    public Map<PurchaseId, String> standing(Collection<PurchaseId> labels) {
        if (labels.isEmpty()) {
            return Map.of();
        }
        List<Long> ids = labels.stream().map(PurchaseId::value).toList();
        return transactions.call(() -> {
            Map<PurchaseId, String> numbers = new HashMap<>();
            entities.createQuery("""
                            select p.id, p.trackingNumber from LabelPurchase p, Parcel c
                            where c.id = p.parcelId and p.generation = c.generation and p.state in (:standing)
                              and p.id in (:ids)
                            """, Object[].class)
                    .setParameter("standing", STANDING)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(row -> numbers.put(new PurchaseId((Long) row[0]), (String) row[1]));
            entities.createQuery("""
                            select c.purchaseId, c.numberAfter from NumberCorrection c
                            where c.purchaseId in (:ids) and c.kind = :tracking order by c.id
                            """, Object[].class)
                    .setParameter("ids", ids)
                    .setParameter("tracking", CorrectionRow.Kind.TRACKING)
                    .getResultStream()
                    .forEach(row ->
                            numbers.computeIfPresent(new PurchaseId((Long) row[0]), (id, before) -> (String) row[1]));
            return numbers;
        });
    }
}
