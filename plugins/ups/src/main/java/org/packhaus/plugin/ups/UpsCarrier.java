package org.packhaus.plugin.ups;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.FetchesLabels;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.JsonException;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Quotes;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.TestSystem;
import org.packhaus.sdk.Tracking;
import org.packhaus.sdk.TrackingPush;
import org.packhaus.sdk.TrackingReport;
import org.pf4j.Extension;

/**
 * UPS.
 *
 * <p>It does not implement {@code FindsByReference}, although UPS tracks by reference and recovers labels by reference: tracking
 * learns of a shipment with a delay, and label recovery says "none" with the same errors by which it refuses for other reasons. So UPS
 * can never be certain that it sold nothing, and "none" would buy a second label. A person finds the reference in UPS's portal,
 * types the number, and {@link #fetch} does the rest.
 *
 * <p>UPS has return labels, but no sales channel takes its numbers for a parcel's way back: it brings no return number.
 */
@Extension
public final class UpsCarrier
        implements Carrier<UpsSettings>,
                TestSystem<UpsSettings>,
                Checkable<UpsSettings>,
                Cancellation<UpsSettings>,
                FetchesLabels<UpsSettings>,
                Quotes<UpsSettings>,
                Tracking<UpsSettings>,
                TrackingPush<UpsSettings> {
    private static final Set<String> TEST_HOSTS = Set.of("wwwcie.ups.com");
    static final String CODE = "UPS";
    private static final CarrierProfile PROFILE = new CarrierProfile(
            "ups",
            "UPS",
            CODE,
            UpsProduct.all(),
            new CarrierProfile.ReferenceLimits(Shipment.SHORTEST_REFERENCE, Shipment.LONGEST_REFERENCE));

    private final UpsApi api;
    private final UpsTracking tracking;
    private final UpsPrices prices;
    private final PluginTools tools;

    public UpsCarrier(PluginTools tools) {
        this.tools = tools;
        this.api = new UpsApi(tools);
        this.tracking = new UpsTracking(api);
        this.prices = new UpsPrices(api);
    }

    @Override
    public CarrierProfile profile() {
        return PROFILE;
    }

    @Override
    public boolean isTest(UpsSettings settings) {
        return settings.baseUrl()
                .map(address -> TestSystem.isTest(address, TEST_HOSTS))
                .orElse(false);
    }

    @Override
    public Class<UpsSettings> settingsType() {
        return UpsSettings.class;
    }

    @Override
    public Booking book(BookingRequest request, UpsSettings settings) throws PluginException {
        UpsProduct product = UpsProduct.find(request.product())
                .orElseThrow(() -> Shipment.refused(
                        "product-unknown", "product", "UPS sells no product “" + request.product() + "”."));
        LabelImage image = LabelImage.on(request.paper());
        Shipment shipment = Shipment.of(request);
        Calls.Answer answer = api.ship(
                settings,
                shipment.purchase(
                        product,
                        image,
                        tools.clock().instant().atZone(Shipment.GERMANY).toLocalDate(),
                        settings));
        if (!answer.isSuccess()) {
            throw refusal(UpsErrors.of(answer), "UPS sells no label for order " + request.orderNumber());
        }
        Sale sale = Sale.of(answer);
        Optional<Booking> booking = sale.booking(image, shipment.warnings());
        return booking.isPresent() ? booking.get() : recovered(sale, image, shipment.warnings(), answer, settings);
    }

    /** Sold, but the label in the answer cannot be read: it can be fetched, and only if that fails too the sale is in doubt. */
    private Booking recovered(
            Sale sale, LabelImage image, List<String> warnings, Calls.Answer answer, UpsSettings settings)
            throws PluginException {
        Optional<Booking> again = Optional.empty();
        try {
            again = recover(sale.number(), image, settings);
        } catch (PluginException e) {
            // Whatever it was, the label is paid: what follows says so.
        }
        Booking label = again.orElseThrow(() -> answer.lacks("holds no readable label for shipment " + sale.number()));
        return sale.with(label.documents(), warnings);
    }

    private static PluginException refusal(UpsErrors errors, String whatFailed) {
        return errors.isAboutAccount()
                ? new InvalidSettings("account-refused", "UPS refuses the account number: " + errors, "shipperNumber")
                : errors.rejected(whatFailed);
    }

    @Override
    public Cancelled cancel(String trackingNumber, UpsSettings settings) throws PluginException {
        Calls.Answer answer = api.giveBack(settings, trackingNumber);
        if (answer.isSuccess()) {
            return voided(trackingNumber, answer.json().at("VoidShipmentResponse"));
        }
        UpsErrors errors = UpsErrors.of(answer);
        // 190102: none in the time in which it could be voided.
        if (answer.status() == 404 || errors.has("190102")) {
            return Cancelled.UNKNOWN_NUMBER;
        }
        throw errors.rejected("UPS does not take back " + trackingNumber);
    }

    /** UPS's word for a package is 1 for voided, now or before, and 0 for not voided, in an answer that is a success either way. */
    private static Cancelled voided(String number, Json response) throws Rejected {
        boolean refused = response.at("PackageLevelResults")
                .each()
                .anyMatch(parcel -> parcel.at("Status").at("Code").textOrEmpty().endsWith("0"));
        if (refused) {
            throw new Rejected(
                    "refused-by-carrier",
                    "UPS does not take back " + number + ": "
                            + response.at("SummaryResult")
                                    .at("Status")
                                    .at("Description")
                                    .textOrEmpty()
                            + ". If the parcel is still here, call UPS.");
        }
        return Cancelled.NOW;
    }

    @Override
    public Optional<Booking> fetch(String trackingNumber, LabelPaper paper, UpsSettings settings)
            throws PluginException {
        return recover(trackingNumber, LabelImage.on(paper), settings);
    }

    private Optional<Booking> recover(String number, LabelImage image, UpsSettings settings) throws PluginException {
        Calls.Answer answer = api.recover(settings, Recovery.question(number, image));
        if (answer.isSuccess()) {
            return Optional.of(Recovery.booking(answer, number, image));
        }
        UpsErrors errors = UpsErrors.of(answer);
        if (errors.problems().isEmpty() && answer.status() != 404) {
            throw errors.rejected("UPS does not show the label " + number);
        }
        return Optional.empty();
    }

    @Override
    public List<Quote> quote(BookingRequest request, UpsSettings settings) throws PluginException {
        return prices.of(Shipment.of(request), settings);
    }

    /** UPS takes one number a call. */
    @Override
    public int mostPerCall() {
        return 1;
    }

    @Override
    public Optional<URI> page(String trackingNumber) {
        return Optional.of(URI.create("https://www.ups.com/track?loc=de_DE&tracknum=" + trackingNumber));
    }

    @Override
    public List<TrackingReport> track(List<String> trackingNumbers, UpsSettings settings) throws PluginException {
        List<TrackingReport> reports = new ArrayList<>();
        for (String number : trackingNumbers) {
            tracking.of(number, settings).ifPresent(reports::add);
        }
        return reports;
    }

    @Override
    public String check(UpsSettings settings) throws PluginException {
        api.signIn(settings);
        return prices.check(settings, tools.clock());
    }

    /** Track Alert sends one activity a message. Whether it tells the truth is for the tracking to say. */
    @Override
    public List<String> numbers(String body, UpsSettings settings) {
        try {
            return tools.parse(body)
                    .each()
                    .filter(message -> message.at("activityStatus").isPresent())
                    .flatMap(message -> message.at("trackingNumber").text().stream())
                    .map(number -> number.strip().toUpperCase(Locale.ROOT))
                    .toList();
        } catch (JsonException e) {
            return List.of();
        }
    }
}
