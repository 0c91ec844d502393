package org.packhaus.plugin.gls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnNumber;

/**
 * Reads GLS's {@code CreatedShipment}.
 *
 * <p>GLS's document does not say how a return label that was ordered with {@code ShopReturn} comes back; all it has room for are
 * the lists {@code ParcelData} and {@code PrintData}, and working clients find the return label second in the latter. So: of
 * the parcels and of the labels the first is the parcel's, the second that of its way back.
 */
final class Answers {
    private Answers() {}

    /** A label that was sold or fetched; whatever lacks counts as a lost answer, because it may be paid for. */
    static Booking booking(Calls.Answer answer, boolean returnNumberWanted, List<String> warnings)
            throws PluginException {
        Json shipment = answer.json().at("CreatedShipment");
        String number = parcelNumber(shipment, 0);
        if (number.isEmpty()) {
            throw answer.lacks("names no parcel number");
        }
        List<CarrierDocument> labels = labels(shipment.at("PrintData"));
        if (labels.isEmpty()) {
            throw answer.lacks("holds no label for parcel " + number);
        }
        List<String> remarks = new ArrayList<>(warnings);
        String back = parcelNumber(shipment, 1);
        if (returnNumberWanted && back.isEmpty()) {
            remarks.add("GLS sold the label of parcel " + number
                    + " without a return number. Ask GLS whether the contract holds ShopReturn, and take a number from the"
                    + " pool.");
        }
        if (!back.isEmpty() && labels.size() == 1) {
            remarks.add("GLS sent the label and the return label of parcel " + number
                    + " in one file. Do not put the return label into the parcel.");
        }
        return new Booking(
                number,
                Optional.of(back).filter(b -> !b.isEmpty()).map(b -> new ReturnNumber(GlsCarrier.CODE, b)),
                labels.size() > 2 ? labels.subList(0, 2) : labels,
                Optional.empty(),
                remarks);
    }

    private static String parcelNumber(Json shipment, int place) {
        return shipment.at("ParcelData").at(place).at("ParcelNumber").textOrEmpty();
    }

    /** The track ID of the parcel that was asked for. */
    static String trackId(Calls.Answer answer) throws PluginException {
        String id = answer.json()
                .at("CreatedShipment")
                .at("ParcelData")
                .at(0)
                .at("TrackID")
                .textOrEmpty();
        if (id.isEmpty()) {
            throw answer.lacks("names no track ID");
        }
        return id;
    }

    private static List<CarrierDocument> labels(Json printData) {
        List<CarrierDocument> labels = new ArrayList<>();
        for (Json document : printData.list()) {
            var type = PrintFormat.type(document.at("LabelFormat").textOrEmpty());
            for (Json data : document.at("Data").each().toList()) {
                Optional<byte[]> content = data.text().flatMap(Answers::decode);
                if (type.isPresent() && content.isPresent()) {
                    labels.add(new CarrierDocument(
                            labels.isEmpty() ? CarrierDocument.Kind.LABEL : CarrierDocument.Kind.RETURN_LABEL,
                            type.get(),
                            content.get()));
                }
            }
        }
        return labels;
    }

    /** Base64 always, says the document; a label that is readable as it is is not turned away for that. */
    private static Optional<byte[]> decode(String data) {
        if (data.startsWith("^XA")) {
            return Optional.of(data.getBytes(StandardCharsets.UTF_8));
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
