package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/** Which of a seller's orders do somebody's words speak of? What is found is a hint: anybody can write anybody's order number. */
@Service
public class OrderClues {
    /** An order number of a marketplace has no gaps; short ones have a digit, or every word would be one. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d])(?:(?=[a-zA-Z-]*\\d)[a-zA-Z\\d][a-zA-Z\\d-]{4,58}|[a-zA-Z]{8,20})(?![\\p{L}\\d])");

    private static final int MOST_WORDS = 200;

    private final EntityManager entities;
    private final TransactionRetry transactions;

    OrderClues(EntityManager entities, TransactionRetry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /** The order whose number is named first; empty as well if none is known. */
    public Optional<OrderId> named(SellerId seller, String words) {
        SellerScope.require(seller);
        List<String> numbers = NUMBER.matcher(words)
                .results()
                .map(found -> SearchWords.fold(found.group()))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        return transactions.call(() -> entities.createQuery(
                        "select t from SearchTerm t where t.sellerId = :seller and t.term in :terms and t.kind = :kind",
                        SearchTerm.class)
                .setParameter("seller", seller.value())
                .setParameter("terms", numbers)
                .setParameter("kind", SearchTerm.Kind.NUMBER)
                .getResultStream()
                .min(Comparator.comparingInt(term -> numbers.indexOf(term.term)))
                .map(term -> new OrderId(term.orderId)));
    }

    /** The newest order whose buyer has this mail address. */
    public Optional<OrderId> ofMail(SellerId seller, String address) {
        SellerScope.require(seller);
        if (address.isBlank()) {
            return Optional.empty();
        }
        return transactions.call(() -> entities.createQuery(
                        "select a.orderId from OrderAddress a where a.sellerId = :seller and a.email = :mail order by"
                                + " a.orderId desc",
                        Long.class)
                .setParameter("seller", seller.value())
                .setParameter("mail", address)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(OrderId::new));
    }
}
