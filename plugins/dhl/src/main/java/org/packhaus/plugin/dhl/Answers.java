package org.packhaus.plugin.dhl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnNumber;

/** Reads DHL's {@code LabelDataResponse}. */
final class Answers {
    private Answers() {}

    /** A label that was sold or fetched; whatever lacks counts as a lost answer, because it may be paid for. */
    static Booking booking(Calls.Answer answer, Json item, List<String> warnings) throws PluginException {
        String number = item.at("shipmentNo").textOrEmpty();
        if (number.isEmpty()) {
            throw answer.lacks("names no shipment number");
        }
        List<CarrierDocument> documents = new ArrayList<>();
        documents.add(document(item.at("label"), CarrierDocument.Kind.LABEL)
                .orElseThrow(() -> answer.lacks("holds no label for shipment " + number)));
        document(item.at("returnLabel"), CarrierDocument.Kind.RETURN_LABEL).ifPresent(documents::add);
        document(item.at("customsDoc"), CarrierDocument.Kind.CUSTOMS).ifPresent(documents::add);
        return new Booking(
                number,
                item.at("returnShipmentNo")
                        .text()
                        .filter(back -> !back.isBlank())
                        .map(back -> new ReturnNumber(DhlCarrier.CODE, back)),
                documents,
                Optional.empty(),
                Stream.concat(warnings.stream(), DhlErrors.problems(item).map(DhlErrors.Problem::text))
                        .toList());
    }

    /** Whether one shipment of the answer went well. */
    static boolean isFine(Json item) {
        return status(item) < 204;
    }

    static int status(Json item) {
        Json status = item.at("sstatus");
        return status.at("statusCode")
                .number()
                .or(() -> status.at("status").number())
                .map(Number::intValue)
                .orElse(200);
    }

    static Optional<CarrierDocument> document(Json document, CarrierDocument.Kind kind) {
        Optional<byte[]> pdf = document.at("b64").text().flatMap(Answers::decode);
        if (pdf.isPresent()) {
            return Optional.of(new CarrierDocument(kind, DocumentType.PDF, pdf.get()));
        }
        return document.at("zpl2")
                .text()
                .filter(zpl -> !zpl.isBlank())
                .map(zpl -> new CarrierDocument(kind, DocumentType.ZPL, zpl.getBytes(StandardCharsets.UTF_8)));
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
