package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Counts labels and what they cost, in one statement. Sees the sellers in scope only. */
@Service
public class LabelFigures {
    private static final String PRICE =
            "coalesce(l.priceAmount, cast(function('json_value', s.carriersConsidered, '$[0].price.amount') as BigDecimal))";
    private static final String CURRENCY =
            "coalesce(l.priceCurrency, cast(function('json_value', s.carriersConsidered, '$[0].price.currency') as String))";

    private final EntityManager entities;
    private final TransactionRetry transactions;

    LabelFigures(EntityManager entities, TransactionRetry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * Outbound labels of one seller and carrier, bought within one hour and not given back. Labels for the way back are left out:
     * carriers charge for them when they are used.
     *
     * @param hour its beginning
     * @param carrier the carrier's code; empty if it is not known
     * @param labels how many
     * @param priced of how many the price is known: said by the carrier, or else by the price table that chose it
     * @param spend their sum before tax; zero if no price is known
     * @param currency ISO 4217; empty if no price is known
     */
    public record Bought(
            SellerId seller,
            Instant hour,
            String carrier,
            long labels,
            long priced,
            BigDecimal spend,
            String currency) {}

    /**
     * @param from the hours count from here
     * @param until not included
     */
    public List<Bought> bought(Instant from, Instant until) {
        return transactions.call(() -> entities.createQuery(("""
                        select l.sellerId, timestampdiff(hour, :from, l.boughtAt), l.carrierCode, %2$s,
                            count(l.id), count(%1$s), sum(%1$s)
                        from LabelPurchase l join Parcel p on p.id = l.parcelId join Shipment s on s.id = p.shipmentId
                        where l.state = :bought and l.purpose = :outbound and l.boughtAt >= :from and l.boughtAt < :until
                        group by 1, 2, 3, 4
                        """).formatted(PRICE, CURRENCY), Object[].class)
                .setParameter("bought", LabelState.CONFIRMED)
                .setParameter("outbound", LabelPurchase.Purpose.OUTBOUND)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> new Bought(
                        new SellerId((Long) row[0]),
                        from.plus(((Number) row[1]).longValue(), ChronoUnit.HOURS),
                        text(row[2]),
                        (Long) row[4],
                        (Long) row[5],
                        row[6] == null ? BigDecimal.ZERO : (BigDecimal) row[6],
                        text(row[3])))
                .toList());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : (String) value;
    }
}
