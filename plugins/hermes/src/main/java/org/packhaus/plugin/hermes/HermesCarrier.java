package org.packhaus.plugin.hermes;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.ReturnLabels;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.TestSystem;
import org.packhaus.sdk.Tracking;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.Weight;
import org.pf4j.Extension;

/**
 * Hermes Germany. What it does not implement, Hermes does not have:
 *
 * <ul>
 *   <li>{@code FindsByReference}, {@code FetchesLabels}: a label is made once. Orders can be listed with our reference and their number
 *       ({@code GET /shipmentorders}), but asking for the label again is answered with {@code e018}, and a booking without its label is
 *       none. After a lost answer a person looks into Hermes's portal.
 *   <li>{@code Cancellation}: there is no call for it. A label nobody sticks on a parcel is never scanned and not charged.
 *   <li>{@code DayEndClose}: Hermes knows no closing of the day.
 *   <li>{@code BringsReturnNumber}: a return label is a purchase of its own, {@link #bookReturn}.
 * </ul>
 */
@Extension
public final class HermesCarrier
        implements Carrier<HermesSettings>,
                TestSystem<HermesSettings>,
                Checkable<HermesSettings>,
                ReturnLabels<HermesSettings>,
                Tracking<HermesSettings> {
    private static final Set<String> TEST_HOSTS = Set.of("de-api-int.hermesworld.com");
    static final String CODE = "HERMES";

    /**
     * Within Germany. Hermes goes abroad as well, but its interface does not say where to and asks for measurements and customs data
     * there, so no country is promised. BAG, BIKE and LARGE_ITEM need contracts of their own.
     */
    static final CarrierProduct PARCEL = new CarrierProduct(
            "PARCEL",
            "Hermes Paket",
            Set.of(CountryCode.DE),
            Weight.grams(31_500),
            Optional.empty(),
            Set.of(Service.Kind.NO_NEIGHBOUR, Service.Kind.AGE_CHECK, Service.Kind.BULKY));

    private static final CarrierProfile PROFILE = new CarrierProfile(
            "hermes",
            "Hermes",
            CODE,
            List.of(PARCEL),
            new CarrierProfile.ReferenceLimits(Order.SHORTEST_REFERENCE, Order.LONGEST_REFERENCE));

    private final HermesApi api;
    private final HermesTracking tracking;
    private final SignIn signIn;

    public HermesCarrier(PluginTools tools) {
        this.api = new HermesApi(tools);
        this.tracking = new HermesTracking(api);
        this.signIn = new SignIn(api, tools.clock());
    }

    @Override
    public CarrierProfile profile() {
        return PROFILE;
    }

    @Override
    public boolean isTest(HermesSettings settings) {
        return settings.baseUrl()
                .map(address -> TestSystem.isTest(address, TEST_HOSTS))
                .orElse(false);
    }

    @Override
    public Class<HermesSettings> settingsType() {
        return HermesSettings.class;
    }

    @Override
    public Booking book(BookingRequest request, HermesSettings settings) throws PluginException {
        Order order = Order.outbound(request, settings);
        Calls.Answer answer = api.buy(settings, "/shipmentorders/labels", order.accept(), order.body());
        if (!answer.isSuccess()) {
            throw HermesErrors.of(answer).refusal("Hermes sells no label for order " + request.orderNumber());
        }
        return Answers.outbound(answer, request.paper().type(), order.warnings());
    }

    /** Buys a return label by the buyer's address, so that it does not matter who brought the parcel. */
    @Override
    public Booking bookReturn(BookingRequest request, HermesSettings settings) throws PluginException {
        Order order = Order.wayBack(request, settings);
        Calls.Answer answer = api.buy(settings, "/returnorders/labels", order.accept(), order.body());
        if (!answer.isSuccess()) {
            throw HermesErrors.of(answer).refusal("Hermes sells no return label for order " + request.orderNumber());
        }
        return Answers.wayBack(answer, request.paper().type(), order.warnings());
    }

    @Override
    public int mostPerCall() {
        return HermesTracking.MOST;
    }

    @Override
    public Optional<URI> page(String trackingNumber) {
        return Optional.of(URI.create(
                "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#" + trackingNumber));
    }

    @Override
    public List<TrackingReport> track(List<String> trackingNumbers, HermesSettings settings) throws PluginException {
        return tracking.of(trackingNumbers, settings);
    }

    @Override
    public String check(HermesSettings settings) throws PluginException {
        return signIn.check(settings);
    }
}
