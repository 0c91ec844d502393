package org.packhaus.sandbox.dhl;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a caller wants documents: language of the printer, paper, inline or by URL, one document or two. */
record LabelRequest(boolean zpl, PrintFormat format, PrintFormat returnFormat, boolean byUrl, boolean combine) {

    /** Reads the query; what is not allowed is added to the fields that are wrong. */
    static LabelRequest of(Request request, ArrayNode wrong) {
        String doc = one(request, "docFormat", "PDF", wrong, "PDF", "ZPL2");
        String include = one(request, "includeDocs", "include", wrong, "include", "URL");
        return new LabelRequest(
                doc.equals("ZPL2"),
                format(request, "printFormat", wrong),
                format(request, "retourePrintFormat", wrong),
                include.equals("URL"),
                request.flag("combine", true));
    }

    private static String one(Request request, String name, String otherwise, ArrayNode wrong, String... allowed) {
        String value = request.query(name).orElse(otherwise);
        for (String good : allowed) {
            if (good.equals(value)) {
                return value;
            }
        }
        wrong.addObject()
                .put("propertyPath", name)
                .put("message", "Parameter " + name + " has an unknown value " + value + ".");
        return otherwise;
    }

    private static PrintFormat format(Request request, String name, ArrayNode wrong) {
        String value = request.query(name).orElse(PrintFormat.L710.asked);
        return PrintFormat.of(value).orElseGet(() -> {
            wrong.addObject()
                    .put("propertyPath", name)
                    .put("message", "Parameter " + name + " has an unknown value " + value + ".");
            return PrintFormat.L710;
        });
    }

    /** Puts the documents of a parcel into its item. */
    void write(Parcel parcel, ObjectNode item, String base) {
        boolean returns = !parcel.returnNumber.isEmpty();
        item.set("label", document(parcel, returns && combine ? "B" : "S", format, base));
        if (returns && !combine) {
            item.set("returnLabel", document(parcel, "R", returnFormat, base));
        }
        if (parcel.hasCustomsDocument()) {
            item.set("customsDoc", pdf(parcel, "C", PrintFormat.A4, base));
        }
    }

    /** @param part S shipment, R return, B both */
    private ObjectNode document(Parcel parcel, String part, PrintFormat paper, String base) {
        return zpl
                ? Json.object()
                        .put("zpl2", ZplLabel.write(parcel, part, paper))
                        .put("fileFormat", "ZPL2")
                        .put("printFormat", paper.answered)
                : pdf(parcel, part, paper, base);
    }

    /** Customs documents are PDF even where labels are ZPL. */
    private ObjectNode pdf(Parcel parcel, String part, PrintFormat paper, String base) {
        ObjectNode document = Json.object();
        if (byUrl) {
            String token = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((parcel.number + "~" + part + "~" + paper.asked).getBytes(StandardCharsets.UTF_8));
            document.put("url", base + "/parcel/de/shipping/v2/labels?token=" + token);
        } else {
            document.put("b64", Base64.getEncoder().encodeToString(PdfLabel.write(parcel, part, paper)));
        }
        return document.put("fileFormat", "PDF").put("printFormat", paper.answered);
    }
}
