package org.packhaus.plugin.dpd;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.FetchesLabels;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.TestSystem;
import org.packhaus.sdk.Tracking;
import org.packhaus.sdk.TrackingReport;
import org.pf4j.Extension;

/**
 * DPD in Germany. It sells labels and prints them again; nothing can be taken back (a label that is never scanned is not
 * charged), there is no day-end close and no search by reference, so a booking whose answer was lost is looked up by a person in
 * DPD's own portal; {@link #fetch} does the rest. Tracking is a service of its own, asked only if the connection has a user for it.
 */
@Extension
public final class DpdCarrier
        implements Carrier<DpdSettings>,
                TestSystem<DpdSettings>,
                Checkable<DpdSettings>,
                FetchesLabels<DpdSettings>,
                Tracking<DpdSettings> {
    private static final Set<String> TEST_HOSTS = Set.of("api-preprod.dpsin.dpdgroup.com");
    static final String CODE = "DPD";
    private static final CarrierProfile PROFILE = new CarrierProfile(
            "dpd", "DPD", CODE, DpdProduct.all(), new CarrierProfile.ReferenceLimits(1, Order.LONGEST_REFERENCE));

    private final DpdApi api;
    private final DpdTracking tracking;

    public DpdCarrier(PluginTools tools) {
        this.api = new DpdApi(tools);
        this.tracking = new DpdTracking(tools);
    }

    @Override
    public CarrierProfile profile() {
        return PROFILE;
    }

    @Override
    public boolean isTest(DpdSettings settings) {
        return settings.baseUrl()
                .map(address -> TestSystem.isTest(address, TEST_HOSTS))
                .orElse(false);
    }

    @Override
    public Class<DpdSettings> settingsType() {
        return DpdSettings.class;
    }

    @Override
    public Booking book(BookingRequest request, DpdSettings settings) throws PluginException {
        Order order = Order.of(request, settings);
        Calls.Answer answer = api.buy(settings, "/shipment" + order.query(), order.body());
        if (!answer.isSuccess()) {
            throw DpdErrors.of(answer).refusal(request.orderNumber());
        }
        return Answers.booking(answer, request.paper().type(), order.warnings());
    }

    @Override
    public Optional<Booking> fetch(String trackingNumber, LabelPaper paper, DpdSettings settings)
            throws PluginException {
        Json body = Json.object()
                .put("shipment", Json.object().put("parcelNumbers", Json.array(Json.of(trackingNumber))))
                .put("customerInfos", Order.customer(settings))
                .json();
        Calls.Answer answer = api.ask(settings, "/label" + PrintFormat.query(paper, settings), body);
        // The number is the only thing in the question that can be wrong.
        return answer.isSuccess()
                ? Optional.of(Answers.reprint(answer, trackingNumber, paper.type()))
                : Optional.empty();
    }

    @Override
    public int mostPerCall() {
        return 1;
    }

    @Override
    public OptionalInt mostPerDay(DpdSettings settings) {
        return settings.tracks() ? OptionalInt.empty() : OptionalInt.of(0);
    }

    @Override
    public Optional<URI> page(String trackingNumber) {
        return Optional.of(URI.create("https://tracking.dpd.de/status/de_DE/parcel/" + trackingNumber));
    }

    @Override
    public List<TrackingReport> track(List<String> trackingNumbers, DpdSettings settings) throws PluginException {
        List<TrackingReport> reports = new ArrayList<>();
        if (settings.tracks()) {
            for (String number : trackingNumbers) {
                tracking.of(number, settings).ifPresent(reports::add);
            }
        }
        return reports;
    }

    @Override
    public String check(DpdSettings settings) throws PluginException {
        api.signIn(settings);
        return "Signed in at DPD as " + settings.user() + " for customer number " + settings.customerNumber() + ".";
    }
}
