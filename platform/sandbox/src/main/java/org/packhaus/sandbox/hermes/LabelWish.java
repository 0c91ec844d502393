package org.packhaus.sandbox.hermes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.packhaus.sandbox.carrier.LabelSketch;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which label the caller's {@code Accept} asks for.
 *
 * @param mediaType of the answer, as it was asked for
 */
record LabelWish(Kind kind, int dpi, String mediaType) {

    static final int WIDTH = 100;
    static final int HEIGHT = 150;
    private static final String PDF = "application/shippinglabel-pdf+json";

    enum Kind {
        PDF,
        PDF_AND_DATA,
        DATA,
        ZPL,
        QR_CODE
    }

    /** @param qrCode whether a QR code may be asked for: of returns only */
    static LabelWish of(Request request, boolean qrCode) {
        String accept = request.header("Accept").orElse("").strip();
        if (accept.isEmpty() || accept.equals("*/*") || accept.equals("application/json")) {
            return new LabelWish(Kind.PDF, 0, PDF);
        }
        List<String> parts = Arrays.stream(accept.split(";")).map(String::strip).toList();
        LabelWish wish = switch (parts.getFirst()) {
            case PDF -> new LabelWish(Kind.PDF, 0, accept);
            case "application/shippinglabel-pdf-data+json" -> new LabelWish(Kind.PDF_AND_DATA, 0, accept);
            case "application/shippinglabel-data+json" -> new LabelWish(Kind.DATA, 0, accept);
            case "application/shippinglabel-zpl+json" -> new LabelWish(Kind.ZPL, dpi(parts, accept), accept);
            case "application/x-qrcode-png+json" -> {
                if (!qrCode) {
                    throw unknown(accept);
                }
                yield new LabelWish(Kind.QR_CODE, 0, accept);
            }
            default -> throw unknown(accept);
        };
        if (wish.kind != Kind.ZPL && parts.size() > 1) {
            throw unknown(accept);
        }
        return wish;
    }

    private static int dpi(List<String> parts, String accept) {
        Map<String, String> options = new HashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            String[] pair = part.split("=", 2);
            options.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        if (!Set.of("dpi", "reset", "encoding").containsAll(options.keySet())
                || !Set.of("203", "300").contains(options.getOrDefault("dpi", ""))) {
            throw unknown(accept);
        }
        return Integer.parseInt(options.get("dpi"));
    }

    private static RuntimeException unknown(String accept) {
        return HermesErrors.refused(415, "e096", "The given media type <" + accept + "> is not supported.");
    }

    /** Puts the label into an answer. @param image what the answer calls a picture of it */
    void write(LabelSketch label, String number, ObjectNode answer, String image) {
        switch (kind) {
            case PDF, PDF_AND_DATA ->
                answer.put(image, base64(LabelSketch.pdf(List.of(label), WIDTH, HEIGHT)))
                        .put("labelMediatype", "application/pdf");
            case ZPL ->
                answer.put(
                                image,
                                base64(LabelSketch.zpl(List.of(label), WIDTH, HEIGHT, dpi)
                                        .getBytes(StandardCharsets.UTF_8)))
                        .put("labelMediatype", "text/zpl");
            case DATA -> answer.put("labelMediatype", "application/json");
            case QR_CODE ->
                answer.put("qrcode", base64(HermesLabel.qrCode(number))).put("labelMediatype", "image/png");
        }
        if (kind == Kind.DATA || kind == Kind.PDF_AND_DATA) {
            HermesLabel.data(label, number, answer.putObject("shipmentLabelData"));
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
