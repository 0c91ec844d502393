package org.packhaus.plugin.gls;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.TestSystem;
import org.packhaus.sdk.Tracking;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.Unclear;
import org.pf4j.Extension;

/**
 * GLS Germany by ShipIT Farm, with Track &amp; Trace.
 *
 * <p>The number kept is the <em>parcel number</em>, because OTTO wants that; ShipIT takes labels back by <em>track ID</em> only,
 * which a reprint without print data tells from the parcel number, so nothing has to be remembered.
 *
 * <p>It cannot find a booking whose answer was lost: Track &amp; Trace knows neither our references nor any parcel before the
 * day-end close, and though a reprint takes a {@code ShipmentReference}, nothing says what it answers when there is none, when
 * there are several, or while the sale is still being made. “Certainly none sold” cannot be had. A person reads the number in
 * GLS's portal and {@link #fetch} does the rest.
 */
@Extension
public final class GlsCarrier
        implements Carrier<GlsSettings>,
                TestSystem<GlsSettings>,
                BringsReturnNumber<GlsSettings>,
                Cancellation<GlsSettings>,
                Checkable<GlsSettings>,
                DayEndClose<GlsSettings>,
                FetchesLabels<GlsSettings>,
                Tracking<GlsSettings> {
    private static final Set<String> TEST_HOSTS = Set.of("api-sandbox.gls-group.net");
    static final String CODE = "GLS";
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final CarrierProfile PROFILE = new CarrierProfile(
            "gls",
            "GLS",
            CODE,
            List.of(GlsProduct.PARCEL),
            new CarrierProfile.ReferenceLimits(1, Order.LONGEST_REFERENCE));

    private final GlsApi api;
    private final GlsTracking tracking;
    private final PluginTools tools;

    public GlsCarrier(PluginTools tools) {
        this.tools = tools;
        this.api = new GlsApi(tools);
        this.tracking = new GlsTracking(api);
    }

    @Override
    public CarrierProfile profile() {
        return PROFILE;
    }

    @Override
    public boolean isTest(GlsSettings settings) {
        return settings.baseUrl()
                .map(address -> TestSystem.isTest(address, TEST_HOSTS))
                .orElse(false);
    }

    @Override
    public Class<GlsSettings> settingsType() {
        return GlsSettings.class;
    }

    @Override
    public Booking book(BookingRequest request, GlsSettings settings) throws PluginException {
        Order order = Order.of(request, settings);
        Calls.Answer answer = api.act(settings, "", order.body());
        if (!answer.isSuccess()) {
            GlsErrors errors = GlsErrors.of(answer);
            if (errors.isAboutContact()) {
                throw contactRefused(errors);
            }
            throw errors.rejected("GLS sells no label for order " + request.orderNumber());
        }
        return Answers.booking(answer, request.returnNumberWanted(), order.warnings());
    }

    private static InvalidSettings contactRefused(GlsErrors errors) {
        return new InvalidSettings(
                "account-refused",
                "GLS refuses the contact ID: " + errors + " GLS tells it together with the access to ShipIT.",
                "contactId");
    }

    /**
     * Takes a label back by its track ID. GLS may note the wish and carry it out later ({@code CANCELLATION_PENDING}): then it is
     * not done yet, and asking again is safe.
     */
    @Override
    public Cancelled cancel(String trackingNumber, GlsSettings settings) throws PluginException {
        Optional<String> trackId = trackId(trackingNumber, settings);
        if (trackId.isEmpty()) {
            return Cancelled.UNKNOWN_NUMBER;
        }
        Calls.Answer answer = api.act(settings, "/cancel/" + GlsApi.encode(trackId.get()), Json.MISSING);
        if (!answer.isSuccess()) {
            GlsErrors errors = GlsErrors.of(answer);
            if (errors.isUnknownParcel()) {
                return Cancelled.UNKNOWN_NUMBER;
            }
            throw errors.rejected("GLS does not take back " + trackingNumber);
        }
        String result = answer.json().at("Result").textOrEmpty();
        return switch (result) {
            case "CANCELLED" -> Cancelled.NOW;
            case "CANCELLATION_PENDING" ->
                throw new Unclear(
                        "cancellation-pending",
                        "GLS has noted that " + trackingNumber + " is given back, but has not done it yet. It is asked"
                                + " again; do not use the label any more.",
                        null);
            case "SCANNED" ->
                throw new Rejected(
                        "too-late",
                        "GLS does not take back " + trackingNumber
                                + ": it has scanned the parcel already. It will be charged.");
            case "" -> throw answer.lacks("does not say whether " + trackingNumber + " was given back");
            default ->
                throw new Rejected("refused-by-carrier", "GLS does not take back " + trackingNumber + ": " + result);
        };
    }

    private Optional<String> trackId(String trackingNumber, GlsSettings settings) throws PluginException {
        if (GlsNumber.isTrackId(trackingNumber)) {
            return Optional.of(trackingNumber);
        }
        Json.Builder question = GlsNumber.put(Json.object(), trackingNumber)
                .put(
                        "ReturnOptions",
                        Json.object().put("ReturnPrintData", false).put("ReturnRoutingInfo", false));
        Optional<Calls.Answer> answer = reprint(trackingNumber, question, settings);
        return answer.isEmpty() ? Optional.empty() : Optional.of(Answers.trackId(answer.get()));
    }

    /** Takes the parcel number, or the track ID if that is what a person has at hand. */
    @Override
    public Optional<Booking> fetch(String trackingNumber, LabelPaper paper, GlsSettings settings)
            throws PluginException {
        Json.Builder question =
                GlsNumber.put(Json.object(), trackingNumber).put("PrintingOptions", PrintFormat.on(paper, settings));
        Optional<Calls.Answer> answer = reprint(trackingNumber, question, settings);
        return answer.isEmpty() ? Optional.empty() : Optional.of(Answers.booking(answer.get(), false, List.of()));
    }

    /** Empty if GLS does not know the parcel. */
    private Optional<Calls.Answer> reprint(String number, Json.Builder question, GlsSettings settings)
            throws PluginException {
        if (!GlsNumber.isOne(number)) {
            return Optional.empty();
        }
        Calls.Answer answer = api.ask(settings, "/reprintparcel", question.json());
        if (!answer.isSuccess()) {
            GlsErrors errors = GlsErrors.of(answer);
            if (errors.isUnknownParcel()) {
                return Optional.empty();
            }
            throw errors.rejected("GLS does not show the parcel " + number);
        }
        return Optional.of(answer);
    }

    @Override
    public int mostPerCall() {
        return GlsTracking.MOST;
    }

    @Override
    public OptionalInt mostPerDay(GlsSettings settings) {
        return OptionalInt.of(GlsTracking.MOST_A_DAY);
    }

    @Override
    public String account(GlsSettings settings) {
        return settings.clientId();
    }

    @Override
    public Optional<URI> page(String trackingNumber) {
        return Optional.of(URI.create("https://gls-group.com/DE/de/paketverfolgung/?match=" + trackingNumber));
    }

    @Override
    public List<TrackingReport> track(List<String> trackingNumbers, GlsSettings settings) throws PluginException {
        return tracking.of(trackingNumbers, settings);
    }

    /** GLS tracks only what an end-of-day report has told it of. */
    @Override
    public boolean isMandatory() {
        return true;
    }

    /** Closes the whole day, whatever the numbers: GLS knows no other close. Its report is data, not a paper. */
    @Override
    public List<CarrierDocument> close(List<String> trackingNumbers, GlsSettings settings) throws PluginException {
        LocalDate today = tools.clock().instant().atZone(GERMANY).toLocalDate();
        Calls.Answer answer = api.ask(settings, "/endofday?date=" + today, Json.MISSING);
        if (!answer.isSuccess()) {
            throw GlsErrors.of(answer).rejected("GLS does not close the day");
        }
        return List.of();
    }

    @Override
    public String check(GlsSettings settings) throws PluginException {
        return new DryRun(api).of(settings);
    }
}
