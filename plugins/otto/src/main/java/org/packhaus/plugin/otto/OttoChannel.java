package org.packhaus.plugin.otto;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.ItemCancellation;
import org.packhaus.sdk.OrderPage;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.ProductCatalogue;
import org.packhaus.sdk.ReportedShipment;
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
                SeveralBoxes<OttoSettings> {
    private static final Set<String> TEST_HOSTS = Set.of("sandbox.api.otto.market");
    private static final ChannelProfile PROFILE = new ChannelProfile("otto", "OTTO");

    private final Orders orders;
    private final Shipments shipments;
    private final Stock stock;
    private final Terms terms;
    private final Catalogue catalogue;

    public OttoChannel(PluginTools tools) {
        OttoApi api = new OttoApi(tools);
        this.orders = new Orders(api);
        this.shipments = new Shipments(api);
        this.stock = new Stock(api);
        this.terms = new Terms(api);
        this.catalogue = new Catalogue(api);
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
    public List<Answer> push(List<Level> levels, OttoSettings settings) throws PluginException {
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

    /** Without orders and shipments nothing works; of the rest it only says what is missing. */
    @Override
    public String check(OttoSettings settings) throws PluginException {
        orders.page(new OrderQuery(Optional.empty(), Optional.empty(), 1), settings);
        List<String> missing = new ArrayList<>();
        try {
            terms.count(settings);
        } catch (InvalidSettings e) {
            missing.add(Scope.TERMS.title() + " (stock levels, ship-by dates)");
        }
        try {
            catalogue.of(Set.of("packhaus-check"), settings);
        } catch (InvalidSettings e) {
            missing.add(Scope.CATALOGUE.title() + " (weights)");
        }
        return missing.isEmpty()
                ? "Signed in at OTTO; all interfaces work."
                : "Signed in at OTTO; orders and shipments work. Not allowed to this app: " + String.join(", ", missing)
                        + ".";
    }
}
