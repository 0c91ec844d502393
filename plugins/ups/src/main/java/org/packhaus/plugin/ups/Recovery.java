package org.packhaus.plugin.ups;

import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;

/**
 * A label once more ({@code POST /labels/v1/recovery}). UPS offers PDF here, but on a letter sheet with instructions for customers, so
 * the GIF is asked for as with the purchase.
 */
final class Recovery {
    private Recovery() {}

    static Json question(String number, LabelImage image) {
        return Json.object()
                .put(
                        "LabelRecoveryRequest",
                        Json.object()
                                .put("Request", Json.object().put("RequestOption", "Non_Validate"))
                                .put("LabelSpecification", image.specification())
                                .put("TrackingNumber", number))
                .json();
    }

    static Booking booking(Calls.Answer answer, String number, LabelImage image) throws PluginException {
        Json results = answer.json().at("LabelRecoveryResponse").at("LabelResults");
        CarrierDocument label = results.each()
                .filter(result ->
                        result.at("TrackingNumber").text().orElse(number).equals(number))
                .map(result -> image.document(result.at("LabelImage").at("GraphicImage")))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> answer.lacks("holds no label for shipment " + number));
        return new Booking(number, Optional.empty(), List.of(label), Optional.empty(), List.of());
    }
}
