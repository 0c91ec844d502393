package org.packhaus.plugin.hermes;

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

/** Reads what Hermes sold. Whatever lacks counts as a lost answer, because it may be paid for. */
final class Answers {
    private Answers() {}

    /** The answer of {@code POST /shipmentorders/labels}. @param warnings known before Hermes was asked */
    static Booking outbound(Calls.Answer answer, DocumentType asked, List<String> warnings) throws PluginException {
        Json body = answer.json();
        String number = number(answer, body);
        List<CarrierDocument> documents = new ArrayList<>();
        documents.add(label(answer, body, "labelImage", asked));
        decode(body.at("commInvoiceImage"))
                .ifPresent(invoice ->
                        documents.add(new CarrierDocument(CarrierDocument.Kind.CUSTOMS, DocumentType.PDF, invoice)));
        return new Booking(number, Optional.empty(), documents, Optional.empty(), warnings(warnings, body));
    }

    /** The answer of {@code POST /returnorders/labels}, which calls things by other names. */
    static Booking wayBack(Calls.Answer answer, DocumentType asked, List<String> warnings) throws PluginException {
        Json body = answer.json();
        String number = number(answer, body);
        return new Booking(
                number,
                Optional.of(new ReturnNumber(HermesCarrier.CODE, number)),
                List.of(label(answer, body, "shippinglabel", asked)),
                Optional.empty(),
                warnings(warnings, body));
    }

    private static String number(Calls.Answer answer, Json body) throws PluginException {
        String number = body.at("shipmentID").textOrEmpty();
        if (number.isEmpty()) {
            throw answer.lacks("names no shipment ID");
        }
        return number;
    }

    private static CarrierDocument label(Calls.Answer answer, Json body, String name, DocumentType asked)
            throws PluginException {
        byte[] bytes = decode(body.at(name))
                .orElseThrow(() -> answer.lacks(
                        "holds no label for shipment " + body.at("shipmentID").textOrEmpty()));
        DocumentType type = switch (body.at("labelMediatype").textOrEmpty()) {
            case "application/pdf" -> DocumentType.PDF;
            case "text/zpl" -> DocumentType.ZPL;
            default -> asked;
        };
        return new CarrierDocument(CarrierDocument.Kind.LABEL, type, bytes);
    }

    /** Base64; ZPL that came as it is begins with a caret, which Base64 does not have. */
    private static Optional<byte[]> decode(Json image) {
        String text = image.textOrEmpty();
        if (text.startsWith("^")) {
            return Optional.of(text.getBytes(StandardCharsets.UTF_8));
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> warnings(List<String> ours, Json body) {
        return Stream.concat(ours.stream(), HermesErrors.results(body).stream().map(HermesErrors.Result::toString))
                .filter(text -> !text.isBlank())
                .toList();
    }
}
