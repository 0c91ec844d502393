package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.packhaus.sdk.Address;
import tools.jackson.databind.json.JsonMapper;

/** What slips say, for machines: enclosed in the copy that is kept, so that nobody has to read it off the paper. */
final class SlipData {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Map<String, Object>> orders = new ArrayList<>();

    void add(SlipContent slip) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderNumber", slip.orderNumber());
        order.put("orderedOn", slip.orderedOn().toString());
        order.put("channel", slip.channel());
        order.put("seller", slip.seller());
        order.put("sender", address(slip.sender()));
        order.put("deliverTo", address(slip.deliverTo()));
        order.put("lines", slip.lines().stream().map(SlipData::line).toList());
        orders.add(order);
    }

    private static Map<String, Object> line(SlipLine line) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (!line.under().isEmpty()) {
            said.put("order", line.under());
        }
        said.put("count", line.count());
        said.put("sku", line.sku());
        said.put("articleNumber", line.articleNumber());
        said.put("ean", line.ean());
        said.put("title", line.title());
        said.put("attributes", line.attributes());
        return said;
    }

    private static Map<String, Object> address(Address address) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("company", address.company());
        said.put("person", address.person());
        said.put("addition", address.addition());
        said.put("street", address.street());
        said.put("houseNumber", address.houseNumber());
        said.put("postalCode", address.postalCode());
        said.put("city", address.city());
        said.put("country", address.country().toString());
        return said;
    }

    void enclose(PdfDocument archive, Instant at) {
        PrintDocument.enclose(archive, "orders.json", "The orders on these slips", JSON.writeValueAsBytes(orders), at);
    }
}
