package com.example.nordwind;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.FindsByReference;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Weight;
import org.pf4j.Extension;

/** Nordwind, a carrier that does not exist. */
@Extension
public final class NordwindCarrier implements Carrier<NordwindSettings>, FindsByReference<NordwindSettings> {
    private static final CarrierProfile PROFILE = new CarrierProfile(
            "nordwind",
            "Nordwind",
            "NORDWIND",
            List.of(new CarrierProduct(
                    "BOX", "Nordwind Box", Set.of(CountryCode.DE), Weight.grams(20_000), Optional.empty(), Set.of())),
            new CarrierProfile.ReferenceLimits(1, 40));

    private final PluginTools tools;
    private final Calls calls;

    public NordwindCarrier(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "Nordwind");
    }

    @Override
    public CarrierProfile profile() {
        return PROFILE;
    }

    @Override
    public Class<NordwindSettings> settingsType() {
        return NordwindSettings.class;
    }

    @Override
    public Booking book(BookingRequest request, NordwindSettings settings) throws PluginException {
        Json parcel = Json.object()
                .put("customer", settings.customerNumber())
                .put("reference", request.reference())
                .put("grams", request.parcel().weight().grams())
                .put("speed", settings.speed().name())
                .put(
                        "to",
                        Json.object()
                                .put("name", request.to().name())
                                .put("street", request.to().streetLine())
                                .put("postcode", request.to().postalCode())
                                .put("city", request.to().city()))
                .json();
        HttpRequest.Builder post = HttpRequest.newBuilder(settings.at("/parcels"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(tools.print(parcel)));
        Calls.Answer answer = calls.act(signed(post, settings)); // never twice
        return booking(checked(answer), answer.json());
    }

    @Override
    public Optional<Booking> find(BookingRequest request, NordwindSettings settings) throws PluginException {
        HttpRequest.Builder get = HttpRequest.newBuilder(settings.at("/parcels/" + request.reference()));
        Calls.Answer answer = calls.ask(signed(get, settings)); // as often as you like
        return answer.status() == 404 ? Optional.empty() : Optional.of(booking(checked(answer), answer.json()));
    }

    private static HttpRequest signed(HttpRequest.Builder request, NordwindSettings settings) {
        return request.timeout(Duration.ofSeconds(15))
                .header("X-Api-Key", settings.apiKey().reveal())
                .build();
    }

    private static Calls.Answer checked(Calls.Answer answer) throws PluginException {
        if (answer.status() == 401) {
            throw new InvalidSettings("key-refused", "Nordwind does not know this API key. Enter it again.", "apiKey");
        }
        if (!answer.isSuccess()) {
            String field = answer.json().at("field").textOrEmpty().replace("to.postcode", "to.postalCode");
            String text = answer.json().at("message").textOrEmpty();
            throw new Rejected(
                    "refused-by-carrier", "Nordwind sells no label: " + text, List.of(Rejected.Fault.of(field, text)));
        }
        return answer;
    }

    private static Booking booking(Calls.Answer answer, Json parcel) throws PluginException {
        String number = parcel.at("number").text().orElseThrow(() -> answer.lacks("names no parcel number"));
        String label = parcel.at("label").text().orElseThrow(() -> answer.lacks("holds no label"));
        var document = new CarrierDocument(
                CarrierDocument.Kind.LABEL,
                DocumentType.PDF,
                Base64.getMimeDecoder().decode(label));
        return new Booking(number, Optional.empty(), List.of(document), Optional.empty(), List.of());
    }
}
