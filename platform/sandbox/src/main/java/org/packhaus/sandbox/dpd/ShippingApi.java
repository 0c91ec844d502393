package org.packhaus.sandbox.dpd;

import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sells labels and prints them again. Nothing can be taken back, nothing is closed, nothing can be searched for. */
final class ShippingApi {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(SandboxClock.BERLIN);
    private static final List<String> POSITIONS = List.of("UPPER_LEFT", "UPPER_RIGHT", "LOWER_LEFT", "LOWER_RIGHT");

    private final DpdAccess access;
    private final Sales sales;
    private final SandboxClock clock;

    ShippingApi(DpdAccess access, Sales sales, SandboxClock clock) {
        this.access = access;
        this.sales = sales;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(DpdErrors::word);
        group.add("POST", "/shipping/v1/shipment", "dpd.shipment.create", this::create);
        group.add("POST", "/shipping/v1/label", "dpd.label", this::label);
    }

    private Reply create(Request request) {
        Seller seller = access.caller(request);
        Optional<DpdLabel> paper = paper(request);
        if (paper.isEmpty()) {
            return noPaper();
        }
        JsonNode body = request.json();
        if (!body.isArray() || body.size() != 1) {
            return DpdErrors.wrong("COMMON_4", "The sandbox takes a list with one shipment", DpdErrors.META);
        }
        JsonNode shipment = body.get(0);
        ArrayNode errors = ShipmentCheck.errors(shipment, seller);
        if (!errors.isEmpty()) {
            return DpdErrors.wrong(errors);
        }
        String number = DpdNumber.parcel(sales.nextSerial());
        Sale sale = sales.add(Sale.outbound(
                "DPD",
                DpdAccess.customerNumber(seller),
                seller.key(),
                shipment.at("/shipmentInfos/productCode").asString(),
                shipment.at("/customerReferenceNumbers/0").asString(""),
                number,
                clock.now(),
                shipment.at("/receiver/address/city").asString(),
                shipment));
        return Reply.ok(answer(sale, paper.get()));
    }

    private static ObjectNode answer(Sale sale, DpdLabel paper) {
        String number = sale.number();
        DpdLabel.Printed label = paper.print(sale);
        ObjectNode json = Json.object()
                .put("shipmentId", "MPS" + number + DAY.format(sale.at()))
                .put("networkShipmentId", "MPS" + number + DAY.format(sale.at()));
        json.putArray("parcelIds").add(number);
        json.putArray("networkParcelIds").add(number);
        JsonNode to = sale.details().at("/receiver/address");
        json.putArray("parcelBarcodes")
                .addObject()
                .put("parcel", number)
                .put(
                        "barcode",
                        DpdNumber.routing(
                                        number,
                                        to.path("zipCode").asString(),
                                        Product.of(sale.product()).orElseThrow(),
                                        ShipmentCheck.country(to))
                                .content())
                .put("reference", sale.reference());
        json.putObject("label")
                .put("base64Data", Base64.getEncoder().encodeToString(label.content()))
                .put("media-type", label.mediaType());
        return json;
    }

    private Reply label(Request request) {
        Seller seller = access.caller(request);
        Optional<DpdLabel> paper = paper(request);
        if (paper.isEmpty()) {
            return noPaper();
        }
        JsonNode numbers = request.json().path("shipment").path("parcelNumbers");
        if (!numbers.isArray() || numbers.size() != 1) {
            return DpdErrors.wrong("COMMON_7", "shipment.parcelNumbers: the sandbox takes one", DpdErrors.META);
        }
        Optional<Sale> sale = sales.find(numbers.get(0).asString(""))
                .filter(sold -> sold.seller().equals(seller.key()));
        if (sale.isEmpty()) {
            return DpdErrors.wrong("LABEL_NOT_FOUND", "There is no label for this parcel", DpdErrors.UNIT);
        }
        DpdLabel.Printed label = paper.get().print(sale.get());
        ObjectNode json = Json.object();
        // Here without the hyphen that the other answer has.
        json.putObject("label")
                .put("base64Data", Base64.getEncoder().encodeToString(label.content()))
                .put("mediaType", label.mediaType());
        return Reply.ok(json);
    }

    private static Optional<DpdLabel> paper(Request request) {
        boolean position = request.query("LabelPrinterStartPosition")
                .map(POSITIONS::contains)
                .orElse(true);
        return position ? DpdLabel.of(request) : Optional.empty();
    }

    private static Reply noPaper() {
        return DpdErrors.wrong(
                "LABEL_FORMAT", "LabelPrintFormat or LabelPaperFormat is not available in this unit", DpdErrors.META);
    }
}
