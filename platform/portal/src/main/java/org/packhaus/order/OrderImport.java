package org.packhaus.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.PageWriter.Source;
import org.packhaus.order.PageWriter.Written;
import org.packhaus.plugin.ExchangeLog;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings in what changed at a channel since the last pass, page by page. The channel is asked outside of transactions; each page and the
 * cursor of the next are written in one. Whatever happens in between, the next run goes on where the last page was written.
 */
@Component
class OrderImport {
    private static final Logger log = LoggerFactory.getLogger(OrderImport.class);
    static final int PAGE = 128;
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(10);

    private final PluginHost host;
    private final PageWriter writer;
    private final SkuTerms terms;
    private final TermsChange termsChange;
    private final ImportStates states;
    private final SellerService sellers;
    private final TransactionRetry transactions;
    private final ExchangeLog exchanges;
    private final Clock clock;

    OrderImport(
            PluginHost host,
            PageWriter writer,
            SkuTerms terms,
            TermsChange termsChange,
            ImportStates states,
            SellerService sellers,
            TransactionRetry transactions,
            ExchangeLog exchanges,
            Clock clock) {
        this.host = host;
        this.writer = writer;
        this.terms = terms;
        this.termsChange = termsChange;
        this.states = states;
        this.sellers = sellers;
        this.transactions = transactions;
        this.exchanges = exchanges;
        this.clock = clock;
    }

    /**
     * Runs a pass, or the rest of one. Needs a scope that includes the seller.
     *
     * @param force whether to ask even while backing off
     */
    ImportOutcome run(SellerId seller, ConnectionId connection, boolean force) {
        SellerScope.require(seller);
        Optional<Instant> wait =
                transactions.callAgainIfStale(() -> Optional.ofNullable(states.of(seller, connection).notBefore));
        if (!force && wait.isPresent() && wait.get().isAfter(clock.instant())) {
            return new ImportOutcome.Later(wait.get(), "backing-off", "The channel asked us to wait.");
        }
        try {
            return pass(seller, connection, host.salesChannel(connection));
        } catch (PluginMissing e) {
            return paused(seller, connection, e.code(), e.getMessage());
        } catch (InvalidSettings e) {
            return paused(seller, connection, e.code(), e.text());
        } catch (Unavailable e) {
            return later(seller, connection, e, e.retryAfter().orElse(null));
        } catch (PluginException e) {
            if (e instanceof Rejected) {
                // Most likely the cursor: it is theirs, and they may forget it.
                transactions.callAgainIfStale(() -> {
                    states.of(seller, connection).startOver();
                    return null;
                });
            }
            return later(seller, connection, e, null);
        }
    }

    private ImportOutcome pass(SellerId seller, ConnectionId connection, Installed<SalesChannel<Record>> channel)
            throws PluginException {
        Source source = new Source(
                seller,
                connection,
                host.channelProfile(connection).id(),
                sellers.details(seller).cutOff());
        Written all = new Written(0, 0, 0, 0);
        while (true) {
            OrderQuery query = transactions.callAgainIfStale(
                    () -> states.of(seller, connection).next(PAGE, clock.instant()));
            String reference = "orders-" + UUID.randomUUID();
            org.packhaus.sdk.OrderPage page =
                    channel.about(reference).call(DEADLINE, (extension, settings) -> extension.orders(query, settings));
            exchanges.mentions(seller, reference, numbers(page));
            Set<String> skus = page.orders().stream()
                    .flatMap(order -> order.items().stream())
                    .map(item -> item.sku())
                    .collect(Collectors.toSet());
            Set<String> changedTerms = terms.refresh(channel, skus);
            @Nullable
            Instant newest = page.orders().stream()
                    .map(ChannelOrder::changedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            all = all.plus(writer.write(
                    source,
                    page.orders(),
                    page.unreadable(),
                    () -> states.of(seller, connection).read(newest, page.next(), clock.instant())));
            termsChange.apply(source, changedTerms);
            if (page.next().isEmpty()) {
                log.debug("Import of {} done: {}", channel.name(), all);
                return new ImportOutcome.Done(all.imported(), all.changed(), all.unchanged(), all.unreadable());
            }
        }
    }

    private static List<String> numbers(org.packhaus.sdk.OrderPage page) {
        return Stream.concat(
                        page.orders().stream().map(ChannelOrder::number),
                        page.unreadable().stream().map(one -> one.orderNumber()))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private ImportOutcome paused(SellerId seller, ConnectionId connection, String code, @Nullable String text) {
        String said = text == null ? code : text;
        transactions.callAgainIfStale(() -> {
            states.of(seller, connection).failed(code, said, null);
            return null;
        });
        return new ImportOutcome.Paused(code, said);
    }

    private ImportOutcome later(
            SellerId seller, ConnectionId connection, PluginException e, @Nullable Duration retryAfter) {
        Instant again = transactions.callAgainIfStale(() -> {
            ImportState state = states.of(seller, connection);
            Duration wait = retryAfter == null ? backOff(state.failures) : withJitter(retryAfter);
            state.failed(e.code(), e.text(), clock.instant().plus(wait));
            return clock.instant().plus(wait);
        });
        log.info("Import over connection {} goes on at {} [{}]: {}", connection, again, e.code(), e.text());
        return new ImportOutcome.Later(again, e.code(), e.text());
    }

    /** Doubles, up to a limit. */
    private static Duration backOff(int failures) {
        long seconds = SHORTEST_BACK_OFF.toSeconds() << Math.min(failures, 12);
        return withJitter(Duration.ofSeconds(Math.min(seconds, LONGEST_BACK_OFF.toSeconds())));
    }

    /** Up to a quarter more, never less than what was asked for: many sellers must not come back at the same moment. */
    private static Duration withJitter(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 4 + 1));
    }
}
