package org.packhaus.sandbox.ups;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sells, gives back, and shows labels once more. */
final class ShippingApi {

    private final UpsAccess access;
    private final Sales sales;
    private final SandboxClock clock;

    ShippingApi(UpsAccess access, Sales sales, SandboxClock clock) {
        this.access = access;
        this.sales = sales;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(UpsErrors::gateway);
        group.add("POST", "/api/shipments/v2409/ship", "ups.ship", this::ship);
        group.add("DELETE", "/api/shipments/v2409/void/cancel/{number}", "ups.void", this::giveBack);
        for (String version : new String[] {"v1", "v1701", "v1903"}) {
            group.add("POST", "/api/labels/" + version + "/recovery", "ups.recovery", this::recover);
        }
    }

    private Reply ship(Request request) {
        Seller seller = access.caller(request);
        JsonNode body = request.json().path("ShipmentRequest");
        if (!Set.of("validate", "nonvalidate")
                .contains(body.at("/Request/RequestOption").asString(""))) {
            throw UpsErrors.refused("120001", "Missing or invalid request option");
        }
        JsonNode shipment = body.path("Shipment");
        String account = UpsAccess.shipperNumber(seller);
        ShipmentRules.check(shipment, account, "Packaging");
        ShipmentRules.checkPurchase(shipment, account);
        String format = ShipmentRules.label(body.path("LabelSpecification"), Set.of("GIF", "ZPL", "EPL"));
        UpsService service = UpsService.of(shipment.at("/Service/Code").asString(""));
        Sale sale = sales.add(Sale.outbound(
                Ups.CODE,
                account,
                seller.key(),
                service.code(),
                shipment.at("/ReferenceNumber/0/Value").asString(""),
                UpsNumber.of(account, service.code(), sales.nextSerial()),
                clock.now(),
                shipment.at("/ShipTo/Address/City").asString(""),
                shipment));
        return Reply.ok(sold(sale, service, format, body.at("/Request/TransactionReference/CustomerContext")));
    }

    private static ObjectNode sold(Sale sale, UpsService service, String format, JsonNode context) {
        JsonNode shipment = sale.details();
        ObjectNode answer = Json.object();
        ObjectNode response = answer.putObject("ShipmentResponse");
        ObjectNode head = success(response);
        head.putArray("Alert")
                .addObject()
                .put("Code", "120900")
                .put(
                        "Description",
                        "User Id and Shipper Number combination is not qualified to receive negotiated rates");
        if (!context.isMissingNode()) {
            head.putObject("TransactionReference").put("CustomerContext", context.asString(""));
        }
        ObjectNode results = response.putObject("ShipmentResults");
        ObjectNode charges = results.putObject("ShipmentCharges");
        BigDecimal price = service.listPrice(shipment);
        charges.set("TransportationCharges", money(price));
        charges.set("ServiceOptionsCharges", money(BigDecimal.ZERO.setScale(2)));
        charges.set("TotalCharges", money(price));
        if (!shipment.at("/ShipmentRatingOptions/NegotiatedRatesIndicator").isMissingNode()) {
            head.remove("Alert");
            results.putObject("NegotiatedRateCharges").set("TotalCharge", money(service.agreedPrice(shipment)));
        }
        results.set("BillingWeight", billingWeight(shipment));
        results.put("ShipmentIdentificationNumber", sale.number());
        ObjectNode parcel = results.putArray("PackageResults").addObject().put("TrackingNumber", sale.number());
        parcel.set("ServiceOptionsCharges", money(BigDecimal.ZERO.setScale(2)));
        ObjectNode label = parcel.putObject("ShippingLabel");
        label.putObject("ImageFormat").put("Code", format).put("Description", format);
        label.put("GraphicImage", base64(sale, format));
        return answer;
    }

    private Reply giveBack(Request request) {
        Seller seller = access.caller(request);
        Sale sale = own(seller, request.variable("number"))
                .filter(this::isVoidable)
                .orElseThrow(() -> UpsErrors.refused("190102", "No shipment found within the allowed void period"));
        sales.change(sale.number(), Sale::givenBack);
        ObjectNode answer = Json.object();
        ObjectNode response = answer.putObject("VoidShipmentResponse");
        success(response);
        String word = sale.voided() ? "Already Voided" : "Voided";
        response.putObject("SummaryResult").putObject("Status").put("Code", "1").put("Description", word);
        response.putArray("PackageLevelResults")
                .addObject()
                .put("TrackingNumber", sale.number())
                .putObject("Status")
                .put("Code", "1")
                .put("Description", word);
        return Reply.ok(answer);
    }

    /** Until UPS has the parcel. */
    private boolean isVoidable(Sale sale) {
        return Travel.of(sale, UpsLabel.origin(sale), clock.now()).moments().stream()
                .noneMatch(moment -> moment.step() == Step.HANDED_OVER);
    }

    private Reply recover(Request request) {
        Seller seller = access.caller(request);
        JsonNode body = request.json().path("LabelRecoveryRequest");
        String format = ShipmentRules.label(body.path("LabelSpecification"), Set.of("GIF", "ZPL", "EPL", "PDF"));
        Sale sale = own(seller, body.path("TrackingNumber").asString(""))
                .filter(s -> !s.voided())
                .orElseThrow(() -> UpsErrors.refused("300100", "No label was found for the tracking number"));
        ObjectNode answer = Json.object();
        ObjectNode response = answer.putObject("LabelRecoveryResponse");
        success(response);
        response.put("ShipmentIdentificationNumber", sale.number());
        ObjectNode image = response.putArray("LabelResults")
                .addObject()
                .put("TrackingNumber", sale.number())
                .putObject("LabelImage");
        image.putObject("LabelImageFormat").put("Code", format.toLowerCase(Locale.ROOT));
        image.put("GraphicImage", base64(sale, format));
        return Reply.ok(answer);
    }

    private Optional<Sale> own(Seller seller, String number) {
        return sales.find(number).filter(sale -> sale.seller().equals(seller.key()));
    }

    private static String base64(Sale sale, String format) {
        return Base64.getEncoder().encodeToString(UpsLabel.of(sale, format));
    }

    private static ObjectNode success(ObjectNode response) {
        ObjectNode head = response.putObject("Response");
        head.putObject("ResponseStatus").put("Code", "1").put("Description", "Success");
        return head;
    }

    static ObjectNode money(BigDecimal amount) {
        return Json.object().put("CurrencyCode", "EUR").put("MonetaryValue", amount.toPlainString());
    }

    static ObjectNode billingWeight(JsonNode shipment) {
        ObjectNode weight = Json.object();
        weight.putObject("UnitOfMeasurement").put("Code", "KGS").put("Description", "Kilograms");
        return weight.put("Weight", UpsService.billed(shipment).toPlainString());
    }
}
