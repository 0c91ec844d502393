package org.packhaus.plugin.dhl;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.BringsReturnNumber;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.DayEndClose;
import org.packhaus.sdk.FetchesLabels;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.ReturnLabels;
import org.packhaus.sdk.TestSystem;
import org.packhaus.sdk.Tracking;
import org.packhaus.sdk.TrackingReport;
import org.pf4j.Extension;

/**
 * DHL Paket. DHL has no search by reference, so it cannot find a booking whose answer was lost; a person reads the number in
 * the business customer portal and {@link #fetch} does the rest.
 */
@Extension
public final class DhlCarrier
        implements Carrier<DhlSettings>,
                TestSystem<DhlSettings>,
                Checkable<DhlSettings>,
                Cancellation<DhlSettings>,
                FetchesLabels<DhlSettings>,
                BringsReturnNumber<DhlSettings>,
                ReturnLabels<DhlSettings>,
                Tracking<DhlSettings>,
                DayEndClose<DhlSettings> {
    private static final Set<String> TEST_HOSTS = Set.of("api-sandbox.dhl.com");
    static final String CODE = "DHL";
    private static final int MOST_PER_MANIFEST = 30;
    private static final CarrierProfile PROFILE = new CarrierProfile(
            "dhl",
            "DHL",
            CODE,
            DhlProduct.all(),
            new CarrierProfile.ReferenceLimits(Order.SHORTEST_REFERENCE, Order.LONGEST_REFERENCE));

    private final DhlApi api;
    private final DhlReturns returns;
    private final DhlTracking tracking;
    private final UnifiedTracking unified;
    private final PluginTools tools;

    public DhlCarrier(PluginTools tools) {
        this.tools = tools;
        this.api = new DhlApi(tools);
        this.returns = new DhlReturns(api);
        this.tracking = new DhlTracking(tools);
        this.unified = new UnifiedTracking(tools, UnifiedTracking.PAUSE);
    }

    @Override
    public CarrierProfile profile() {
        return PROFILE;
    }

    @Override
    public boolean isTest(DhlSettings settings) {
        return settings.baseUrl()
                .map(address -> TestSystem.isTest(address, TEST_HOSTS))
                .orElse(false);
    }

    @Override
    public Class<DhlSettings> settingsType() {
        return DhlSettings.class;
    }

    @Override
    public Booking book(BookingRequest request, DhlSettings settings) throws PluginException {
        Order order = Order.of(request, settings);
        Calls.Answer answer = api.post(settings, "/orders" + order.query(), order.body());
        Json body = answer.json();
        Json item = body.at("items").at(0);
        if (!answer.isSuccess()) {
            throw refusal(DhlErrors.of(answer.status(), body), request);
        }
        if (!Answers.isFine(item)) {
            throw refusal(
                    new DhlErrors(
                            Answers.status(item),
                            item.at("sstatus").at("title").textOrEmpty(),
                            DhlErrors.problems(item).toList()),
                    request);
        }
        return Answers.booking(answer, item, order.warnings());
    }

    private static PluginException refusal(DhlErrors errors, BookingRequest request) {
        if (errors.isAbout("billingNumber")) {
            return new InvalidSettings(
                    "billing-number-refused",
                    "DHL refuses the billing number: " + errors,
                    errors.isAbout("dhlRetoure.billingNumber")
                            ? "billingNumberReturn"
                            : DhlProduct.find(request.product())
                                    .map(DhlProduct::billingComponent)
                                    .orElse("billingNumberPaket"));
        }
        return errors.rejected("DHL sells no label for order " + request.orderNumber());
    }

    @Override
    public Cancelled cancel(String trackingNumber, DhlSettings settings) throws PluginException {
        Calls.Answer answer = api.delete(
                settings,
                "/orders?profile=" + DhlApi.encode(settings.profileName()) + "&shipment="
                        + DhlApi.encode(trackingNumber));
        Json body = answer.json();
        Json item = body.at("items").at(0);
        if (isUnknown(item) || isUnknown(body)) {
            return Cancelled.UNKNOWN_NUMBER;
        }
        if (!answer.isSuccess() || !Answers.isFine(item)) {
            throw DhlErrors.of(answer.status(), body).rejected("DHL does not take back " + trackingNumber);
        }
        return Cancelled.NOW;
    }

    /** DHL says so in an item, with status 204, or in the head when it was asked for that one only. */
    private static boolean isUnknown(Json part) {
        Json status = part.at("sstatus").isPresent() ? part.at("sstatus") : part.at("status");
        return status.at("title").textOrEmpty().equals("UnknownShipmentNumber")
                || (part.at("sstatus").isPresent() && Answers.status(part) == 204);
    }

    @Override
    public Optional<Booking> fetch(String trackingNumber, LabelPaper paper, DhlSettings settings)
            throws PluginException {
        Calls.Answer answer = api.get(
                settings,
                "/orders?shipment=" + DhlApi.encode(trackingNumber) + "&includeDocs=include&combine=false&docFormat="
                        + PrintFormat.docFormat(paper) + "&printFormat="
                        + PrintFormat.on(paper, DhlProduct.V01PAK).code());
        Json body = answer.json();
        Json item = body.at("items").at(0);
        if (answer.status() == 404 || isUnknown(item) || isUnknown(body)) {
            return Optional.empty();
        }
        if (!answer.isSuccess() || !Answers.isFine(item)) {
            if (Answers.status(item) == 404
                    || DhlErrors.of(answer.status(), body).problems().isEmpty()) {
                return Optional.empty();
            }
            throw DhlErrors.of(answer.status(), body).rejected("DHL does not show the label " + trackingNumber);
        }
        return Optional.of(Answers.booking(answer, item, List.of()));
    }

    @Override
    public Booking bookReturn(BookingRequest request, DhlSettings settings) throws PluginException {
        return returns.book(request, settings);
    }

    @Override
    public int mostPerCall() {
        return DhlTracking.MOST;
    }

    @Override
    public int mostPerCall(DhlSettings settings) {
        return switch (settings.trackingBy()) {
            case PARCEL_DE -> DhlTracking.MOST;
            case UNIFIED -> 1;
        };
    }

    @Override
    public OptionalInt mostPerDay(DhlSettings settings) {
        return switch (settings.trackingBy()) {
            case PARCEL_DE -> OptionalInt.empty();
            case UNIFIED -> OptionalInt.of(UnifiedTracking.MOST_A_DAY);
        };
    }

    @Override
    public String account(DhlSettings settings) {
        return settings.apiKey();
    }

    @Override
    public Optional<URI> page(String trackingNumber) {
        return Optional.of(URI.create(
                "https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode=" + trackingNumber));
    }

    @Override
    public List<TrackingReport> track(List<String> trackingNumbers, DhlSettings settings) throws PluginException {
        return switch (settings.trackingBy()) {
            case PARCEL_DE -> tracking.of(trackingNumbers, settings);
            case UNIFIED -> unified.of(trackingNumbers, settings);
        };
    }

    /** DHL closes every day by itself, at an hour agreed with the seller. */
    @Override
    public boolean isMandatory() {
        return false;
    }

    @Override
    public List<CarrierDocument> close(List<String> trackingNumbers, DhlSettings settings) throws PluginException {
        for (int i = 0; i < trackingNumbers.size(); i += MOST_PER_MANIFEST) {
            List<Json> some =
                    trackingNumbers.subList(i, Math.min(i + MOST_PER_MANIFEST, trackingNumbers.size())).stream()
                            .map(Json::of)
                            .toList();
            Json body = Json.object()
                    .put("profile", settings.profileName())
                    .put("shipmentNumbers", Json.array(some))
                    .json();
            // Closing a parcel twice is a warning there, not an error.
            Calls.Answer answer = api.ask(settings, "/manifests", body);
            if (!answer.isSuccess()) {
                throw DhlApi.errors(answer).rejected("DHL does not close the day");
            }
        }
        return manifest(settings);
    }

    /** Today's list, if DHL has made it already. */
    private List<CarrierDocument> manifest(DhlSettings settings) throws PluginException {
        String today = tools.clock()
                .instant()
                .atZone(DhlTracking.GERMANY)
                .toLocalDate()
                .toString();
        Calls.Answer answer = api.get(settings, "/manifests?includeDocs=include&date=" + today);
        List<CarrierDocument> lists = new ArrayList<>();
        if (answer.isSuccess()) {
            answer.json()
                    .at("manifest")
                    .each()
                    .forEach(document -> Answers.document(document, CarrierDocument.Kind.MANIFEST)
                            .ifPresent(lists::add));
        }
        return lists;
    }

    @Override
    public String check(DhlSettings settings) throws PluginException {
        return new DryRun(api, tools.clock()).of(settings);
    }
}
