package org.packhaus.plugin.dpd;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;

/** Reads DPD's {@code ShipmentResponse} and {@code LabelResponse}. */
final class Answers {
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

    private Answers() {}

    /** A label that was sold; whatever lacks counts as a lost answer, because it may be paid for. */
    static Booking booking(Calls.Answer answer, DocumentType asked, List<String> warnings) throws PluginException {
        Json shipment = answer.json().each().findFirst().orElse(Json.MISSING);
        String number = shipment.at("parcelIds").at(0).textOrEmpty();
        if (number.isEmpty()) {
            throw answer.lacks("names no parcel number");
        }
        List<String> all = new ArrayList<>(warnings);
        shipment.at("warningMessage").text().filter(text -> !text.isBlank()).ifPresent(all::add);
        return booking(answer, number, shipment, asked, all);
    }

    /** A label that was fetched: its answer does not repeat the number. */
    static Booking reprint(Calls.Answer answer, String number, DocumentType asked) throws PluginException {
        return booking(answer, number, answer.json(), asked, List.of());
    }

    private static Booking booking(
            Calls.Answer answer, String number, Json labelled, DocumentType asked, List<String> warnings)
            throws PluginException {
        byte[] label = labelled.at("label")
                .at("base64Data")
                .text()
                .flatMap(Answers::decode)
                .orElseThrow(() -> answer.lacks("holds no label for parcel " + number));
        // Another interface of DPD's is known to send a PDF to whoever asks for ZPL.
        DocumentType type = Arrays.mismatch(label, PDF) >= PDF.length ? DocumentType.PDF : asked;
        return new Booking(
                number,
                Optional.empty(),
                List.of(new CarrierDocument(CarrierDocument.Kind.LABEL, type, label)),
                Optional.empty(),
                warnings);
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
