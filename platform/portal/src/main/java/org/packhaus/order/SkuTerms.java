package org.packhaus.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.plugin.Installed;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ProductCatalogue;
import org.packhaus.sdk.ProductCatalogue.Product;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the channel how SKUs are shipped and what they weigh, when we do not know or have not asked for a day. An order's deadline, and
 * whether a forwarder brings it, depend on the answer, so an order is written only after it.
 */
@Component
class SkuTerms {
    private static final Logger log = LoggerFactory.getLogger(SkuTerms.class);
    static final Duration STALE = Duration.ofHours(24);
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    /** Few at a time: what was answered is saved, and a disturbed channel is not asked for all of it again. */
    private static final int MOST = 5;

    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST_SKU = 120;

    private final Orders orders;
    private final TransactionRetry transactions;

    SkuTerms(Orders orders, TransactionRetry transactions) {
        this.orders = orders;
        this.transactions = transactions;
    }

    /**
     * Never inside a transaction.
     *
     * @return the SKUs whose terms are others now than before
     * @throws Unavailable or {@link InvalidSettings}, which stop the import as they would stop reading orders; any other failure is left
     *     for tomorrow, and the orders go by the seller's own cut-off
     */
    Set<String> refresh(Installed<SalesChannel<Record>> channel, Collection<String> skus) throws PluginException {
        Set<String> changed = new HashSet<>();
        List<String> unknown = unknown(channel, skus);
        for (int from = 0; from < unknown.size(); from += MOST) {
            Set<String> some = new HashSet<>(unknown.subList(from, Math.min(from + MOST, unknown.size())));
            Optional<Map<String, Term>> terms = terms(channel, some);
            Optional<List<Product>> products = products(channel, some);
            changed.addAll(transactions.callAgainIfStale(() -> save(channel, some, terms, products)));
        }
        return changed;
    }

    private List<String> unknown(Installed<SalesChannel<Record>> channel, Collection<String> skus) {
        Instant stale = orders.now().minus(STALE);
        Set<String> fresh = transactions.call(() -> orders.skus(channel.connection(), skus).values().stream()
                .filter(info -> info.refreshedAt.isAfter(stale))
                .map(info -> info.sku)
                .collect(Collectors.toSet()));
        // One that does not fit makes its order a problem, not the whole page.
        return skus.stream()
                .distinct()
                .filter(sku -> !fresh.contains(sku) && sku.length() <= LONGEST_SKU)
                .toList();
    }

    private static Optional<Map<String, Term>> terms(Installed<SalesChannel<Record>> channel, Set<String> skus)
            throws PluginException {
        Optional<Installed<DeliveryTerms<Record>>> ability = channel.ability(DeliveryTerms.class);
        if (ability.isEmpty()) {
            return Optional.of(Map.of());
        }
        try {
            return Optional.of(patiently(() ->
                    ability.get().call(DEADLINE, (extension, settings) -> extension.deliveryTerms(skus, settings))));
        } catch (Unavailable | InvalidSettings e) {
            throw e;
        } catch (PluginException e) {
            log.warn("{} gave no delivery terms [{}]: {}", channel.name(), e.code(), e.text());
            return Optional.empty();
        }
    }

    private static Optional<List<Product>> products(Installed<SalesChannel<Record>> channel, Set<String> skus)
            throws PluginException {
        Optional<Installed<ProductCatalogue<Record>>> ability = channel.ability(ProductCatalogue.class);
        if (ability.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(patiently(
                    () -> ability.get().call(DEADLINE, (extension, settings) -> extension.products(skus, settings))));
        } catch (Unavailable e) {
            throw e;
        } catch (PluginException e) {
            // Looks and weight are a comfort; a channel account without the right to read products may still import.
            log.warn("{} gave no products [{}]: {}", channel.name(), e.code(), e.text());
            return Optional.empty();
        }
    }

    /** Reading may be repeated. Without this a bad hour at the channel would keep every order out, not only some of its answers. */
    private static <R> R patiently(Question<R> question) throws PluginException {
        for (int tried = 1; ; tried++) {
            try {
                return question.ask();
            } catch (Unavailable e) {
                if (tried == TRIES) {
                    throw e;
                }
                Duration pause = e.retryAfter().orElse(FIRST_PAUSE.multipliedBy(1L << (tried - 1)));
                if (pause.compareTo(LONGEST_PAUSE) > 0) {
                    throw e;
                }
                LockSupport.parkNanos(pause.toNanos());
            }
        }
    }

    @FunctionalInterface
    private interface Question<R> {
        R ask() throws PluginException;
    }

    private Set<String> save(
            Installed<SalesChannel<Record>> channel,
            Set<String> skus,
            Optional<Map<String, Term>> terms,
            Optional<List<Product>> products) {
        Map<String, SkuInfo> known = orders.skus(channel.connection(), skus);
        Set<String> changed = new HashSet<>();
        for (String sku : skus) {
            SkuInfo info = known.get(sku);
            boolean fresh = info == null;
            if (info == null) {
                info = new SkuInfo(channel.seller(), channel.connection(), sku, orders.now());
            }
            Optional<Term> before = info.terms();
            terms.map(all -> all.get(sku)).ifPresent(info::terms);
            for (Product product : products.orElse(List.of())) {
                if (product.sku().equals(sku)) {
                    info.product(product);
                }
            }
            if (terms.isPresent()) {
                info.refreshedAt = orders.now();
            } else {
                // Asked again at the next page that has it.
                info.refreshedAt = orders.now().minus(STALE);
            }
            if (!before.equals(info.terms())) {
                changed.add(sku);
            }
            if (fresh) {
                orders.save(info);
            }
        }
        return changed;
    }
}
