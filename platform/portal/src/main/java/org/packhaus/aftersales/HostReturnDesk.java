package org.packhaus.aftersales;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PriceReductions;
import org.packhaus.sdk.PriceReductions.Reduction;
import org.packhaus.sdk.Receipts;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnParcelPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.Returns;
import org.packhaus.sdk.Returns.Answer;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Channels behind the host's one door. */
@Component
class HostReturnDesk implements ReturnDesk {
    private static final Logger log = LoggerFactory.getLogger(HostReturnDesk.class);
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    private final ObjectProvider<PluginHost> plugins;

    HostReturnDesk(ObjectProvider<PluginHost> plugins) {
        this.plugins = plugins;
    }

    @Override
    public Optional<Reach> reach(ConnectionId channel) {
        try {
            Optional<Installed<Returns<Record>>> returns = ability(channel, Returns.class);
            return returns.isEmpty()
                    ? Optional.empty()
                    : Optional.of(returns.get()
                            .read((able, settings) -> new Reach(
                                    Math.max(1, able.mostPerDecision()),
                                    able.decidesItselfAfter(settings),
                                    able.reasons())));
        } catch (PluginMissing | PluginException | SellerException e) {
            log.debug("Channel {} cannot be asked for returns", channel, e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> words(String reason, Locale language) {
        PluginHost host = plugins.getIfAvailable();
        return host == null ? Optional.empty() : host.words("return-reason." + reason, language);
    }

    @Override
    public ReturnPage returns(ConnectionId channel, ReturnQuery query) throws PluginException {
        return door(channel).call(DEADLINE, (able, settings) -> able.returns(query, settings));
    }

    @Override
    public ReturnParcelPage parcels(ConnectionId channel, Instant since, Optional<String> cursor)
            throws PluginException {
        return door(channel).call(DEADLINE, (able, settings) -> able.returnParcels(since, cursor, settings));
    }

    @Override
    public List<Answer> decide(ConnectionId channel, List<ReturnDecision> decisions) throws PluginException {
        return door(channel).call(DEADLINE, (able, settings) -> able.decide(decisions, settings));
    }

    @Override
    public boolean reducesPrices(ConnectionId channel) {
        return has(channel, PriceReductions.class);
    }

    @Override
    public void reduce(ConnectionId channel, String channelOrderId, String channelItemId, Money amount)
            throws PluginException {
        prices(channel).call(DEADLINE, (able, settings) -> {
            able.reduce(channelOrderId, channelItemId, amount, settings);
            return true;
        });
    }

    @Override
    public List<Reduction> reductions(ConnectionId channel, String channelOrderId, String channelItemId)
            throws PluginException {
        return prices(channel)
                .call(DEADLINE, (able, settings) -> able.reductions(channelOrderId, channelItemId, settings));
    }

    @Override
    public boolean keepsReceipts(ConnectionId channel) {
        return has(channel, Receipts.class);
    }

    @Override
    public List<Receipt> receipts(ConnectionId channel, String channelOrderId, String orderNumber)
            throws PluginException {
        return papers(channel)
                .about(orderNumber)
                .call(DEADLINE, (able, settings) -> able.receipts(channelOrderId, settings));
    }

    @Override
    public byte[] receipt(ConnectionId channel, String receiptNumber, String orderNumber) throws PluginException {
        return papers(channel).about(orderNumber).call(DEADLINE, (able, settings) -> able.pdf(receiptNumber, settings));
    }

    @Override
    public Duration deadline() {
        return DEADLINE;
    }

    private Installed<Returns<Record>> door(ConnectionId channel) throws PluginException {
        Optional<Installed<Returns<Record>>> door = there(() -> ability(channel, Returns.class));
        return door.orElseThrow(HostReturnDesk::cannot);
    }

    private Installed<PriceReductions<Record>> prices(ConnectionId channel) throws PluginException {
        Optional<Installed<PriceReductions<Record>>> door = there(() -> ability(channel, PriceReductions.class));
        return door.orElseThrow(HostReturnDesk::cannot);
    }

    private Installed<Receipts<Record>> papers(ConnectionId channel) throws PluginException {
        Optional<Installed<Receipts<Record>>> door = there(() -> ability(channel, Receipts.class));
        return door.orElseThrow(HostReturnDesk::cannot);
    }

    private static Unavailable cannot() {
        return new Unavailable("ability-missing", "The channel's plugin cannot do this any more.");
    }

    private static <A> Optional<Installed<A>> there(Supplier<Optional<Installed<A>>> door) throws PluginException {
        try {
            return door.get();
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    private boolean has(ConnectionId channel, Class<?> wanted) {
        try {
            return ability(channel, wanted).isPresent();
        } catch (PluginMissing | SellerException e) {
            return false;
        }
    }

    private <A> Optional<Installed<A>> ability(ConnectionId channel, Class<? super A> wanted) {
        return plugins.getObject().salesChannel(channel).ability(wanted);
    }
}
