package org.packhaus.plugin.otto;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.ItemCancellation;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.OrderPage;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.PriceReductions;
import org.packhaus.sdk.ProductCatalogue;
import org.packhaus.sdk.Receipts;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnParcelPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.sdk.Returns;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.SeveralBoxes;
import org.packhaus.sdk.StockTarget;
import org.packhaus.sdk.TestOrders;
import org.packhaus.sdk.TestSystem;
import org.pf4j.Extension;

/** OTTO Market. */
@Extension
public final class OttoChannel
        implements SalesChannel<OttoSettings>,
                TestOrders<OttoSettings>,
                Checkable<OttoSettings>,
                StockTarget<OttoSettings>,
                DeliveryTerms<OttoSettings>,
                ProductCatalogue<OttoSettings>,
                ItemCancellation<OttoSettings>,
                SeveralBoxes<OttoSettings>,
                Returns<OttoSettings>,
                PriceReductions<OttoSettings>,
                Receipts<OttoSettings> {
    private static final Set<String> TEST_HOSTS = Set.of("sandbox.api.otto.market");
    private static final Duration BETWEEN_TOKENS = Duration.ofMillis(110);
    private static final ChannelProfile PROFILE = new ChannelProfile("otto", "OTTO");

    private final Orders orders;
    private final Shipments shipments;
    private final Stock stock;
    private final Terms terms;
    private final Catalogue catalogue;
    private final ReturnDesk returns;
    private final ReturnParcels returnParcels;
    private final Reductions reductions;
    private final Bills bills;
    private final ReturnAddresses returnAddresses;

    public OttoChannel(PluginTools tools) {
        OttoApi api = new OttoApi(tools);
        this.orders = new Orders(api);
        this.shipments = new Shipments(api);
        this.stock = new Stock(api);
        this.terms = new Terms(api);
        this.catalogue = new Catalogue(api);
        this.returns = new ReturnDesk(api);
        this.returnParcels = new ReturnParcels(api);
        this.reductions = new Reductions(api);
        this.bills = new Bills(api);
        this.returnAddresses = new ReturnAddresses(api);
    }

    @Override
    public ChannelProfile profile() {
        return PROFILE;
    }

    @Override
    public boolean isTest(OttoSettings settings) {
        return settings.baseUrl()
                .map(address -> TestSystem.isTest(address, TEST_HOSTS))
                .orElse(false);
    }

    @Override
    public Class<OttoSettings> settingsType() {
        return OttoSettings.class;
    }

    @Override
    public ChannelRules rules(OttoSettings settings) {
        return new ChannelRules(
                Carriers.of(settings).codes(),
                true,
                Carriers.FOR_RETURNS,
                Optional.of(settings.returnCarrier().name()));
    }

    @Override
    public OrderPage orders(OrderQuery query, OttoSettings settings) throws PluginException {
        return orders.page(query, settings);
    }

    @Override
    public Optional<ChannelOrder> order(String channelOrderId, OttoSettings settings) throws PluginException {
        return orders.one(channelOrderId, settings);
    }

    @Override
    public String confirm(Confirmation confirmation, OttoSettings settings) throws PluginException {
        return shipments.report(confirmation, settings);
    }

    @Override
    public String confirmBoxes(List<Confirmation> boxes, OttoSettings settings) throws PluginException {
        return shipments.report(boxes, settings);
    }

    @Override
    public Optional<ReportedShipment> shipment(String carrierCode, String trackingNumber, OttoSettings settings)
            throws PluginException {
        return shipments.find(carrierCode, trackingNumber, settings);
    }

    @Override
    public void cancel(String channelOrderId, List<String> channelItemIds, OttoSettings settings)
            throws PluginException {
        orders.cancel(channelOrderId, channelItemIds, settings);
    }

    @Override
    public int mostPerCall() {
        return Stock.MOST;
    }

    @Override
    public List<StockTarget.Answer> push(List<Level> levels, OttoSettings settings) throws PluginException {
        return stock.push(levels, settings);
    }

    @Override
    public Map<String, Term> deliveryTerms(Set<String> skus, OttoSettings settings) throws PluginException {
        return terms.of(skus, settings);
    }

    @Override
    public List<Product> products(Set<String> skus, OttoSettings settings) throws PluginException {
        return catalogue.of(skus, settings);
    }

    @Override
    public void placeTestOrder(OttoSettings settings) throws PluginException {
        orders.placeTestOrder(settings);
    }

    @Override
    public ReturnPage returns(ReturnQuery query, OttoSettings settings) throws PluginException {
        return returns.page(query, settings);
    }

    @Override
    public ReturnParcelPage returnParcels(Instant since, Optional<String> cursor, OttoSettings settings)
            throws PluginException {
        return returnParcels.page(since, cursor, settings);
    }

    @Override
    public List<ReturnReason> reasons() {
        return ReturnDesk.REASONS;
    }

    @Override
    public int mostPerDecision() {
        return ReturnDesk.MOST;
    }

    @Override
    public Optional<Duration> decidesItselfAfter(OttoSettings settings) {
        return Optional.of(settings.untilOttoDecides());
    }

    @Override
    public List<Returns.Answer> decide(List<ReturnDecision> decisions, OttoSettings settings) throws PluginException {
        return returns.decide(decisions, settings);
    }

    @Override
    public void reduce(String channelOrderId, String channelItemId, Money amount, OttoSettings settings)
            throws PluginException {
        reductions.reduce(channelOrderId, channelItemId, amount, settings);
    }

    @Override
    public List<Reduction> reductions(String channelOrderId, String channelItemId, OttoSettings settings)
            throws PluginException {
        return reductions.of(channelItemId, settings);
    }

    @Override
    public List<Receipt> receipts(String channelOrderId, OttoSettings settings) throws PluginException {
        return bills.of(channelOrderId, settings);
    }

    @Override
    public byte[] pdf(String receiptNumber, OttoSettings settings) throws PluginException {
        return bills.pdf(receiptNumber, settings);
    }

    /** Without orders and shipments nothing works; of the rest it only says what is missing. */
    @Override
    public String check(OttoSettings settings) throws PluginException {
        orders.page(new OrderQuery(Optional.empty(), Optional.empty(), 1), settings);
        List<String> missing = new ArrayList<>();
        probe(missing, Scope.TERMS, "stock levels, ship-by dates", () -> terms.count(settings));
        probe(missing, Scope.CATALOGUE, "weights", () -> catalogue.of(Set.of("packhaus-check"), settings));
        probe(
                missing,
                Scope.RETURNS,
                "what buyers send back",
                () -> returns.page(new ReturnQuery(Optional.empty(), Optional.empty(), 1), settings));
        probe(missing, Scope.RECEIPTS, "the buyers’ bills", () -> bills.probe(settings));
        probe(missing, Scope.REDUCTIONS, "part of a price back", () -> reductions.probe(settings));
        List<String> doubts = new ArrayList<>();
        probe(
                missing,
                Scope.RETURN_ADDRESSES,
                "return address and carriers",
                () -> doubts.addAll(returnAddresses.doubts(settings)));
        String interfaces = missing.isEmpty()
                ? "Signed in at OTTO; all interfaces work."
                : "Signed in at OTTO; orders and shipments work. Not allowed to this app: " + String.join(", ", missing)
                        + ".";
        return doubts.isEmpty() ? interfaces : interfaces + " But: " + String.join(" ", doubts);
    }

    private interface Probe {
        void run() throws PluginException;
    }

    /** Each interface has its token, and OTTO hands out 10 a second to one address. */
    private static void probe(List<String> missing, Scope scope, String whatFor, Probe probe) throws PluginException {
        LockSupport.parkNanos(BETWEEN_TOKENS.toNanos());
        try {
            probe.run();
        } catch (InvalidSettings e) {
            missing.add(scope.title() + " (" + whatFor + ")");
        }
    }
}
