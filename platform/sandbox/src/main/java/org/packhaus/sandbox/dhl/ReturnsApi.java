package org.packhaus.sandbox.dhl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.packhaus.sandbox.carrier.QrLabel;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import org.packhaus.sandbox.world.ShipFrom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parcel DE Returns v1: a label for the buyer's way back, without an outbound one. No cancel, no search. */
final class ReturnsApi {

    static final String BASE = "/parcel/de/shipping/returns/v1";
    /** Each customer has one receiver for returns sent from within Germany. */
    private static final String RECEIVER = "deu";

    private static final List<String> LABELS = List.of("SHIPMENT_LABEL", "QR_LABEL", "BOTH");
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");

    private final DhlAccess access;
    private final ParcelBook book;
    private final Sellers sellers;
    private final SandboxClock clock;

    ReturnsApi(DhlAccess access, ParcelBook book, Sellers sellers, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.sellers = sellers;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(DhlErrors::gateway);
        group.add("POST", BASE + "/orders", "dhl.returns.create", this::create);
        group.add("GET", BASE + "/locations", "dhl.returns.locations", this::locations);
    }

    private Reply create(Request request) {
        DhlAccess.Account account = access.caller(request);
        String type = request.query("labelType").orElse("BOTH");
        JsonNode body = request.json();
        Optional<String> wrong =
                LABELS.contains(type) ? wrong(body) : Optional.of("Parameter labelType has an unknown value " + type);
        if (wrong.isPresent()) {
            return DhlErrors.gateway(400, wrong.get(), request);
        }
        if (!body.path("receiverId").asString().equals(RECEIVER)) {
            return DhlErrors.gateway(
                    422, "No receiver found for " + body.path("receiverId").asString(), request);
        }
        Parcel parcel = book.createReturn(account, shipment(body, account));
        ObjectNode answer = Json.object();
        answer.set("sstatus", DhlErrors.status(201, "Created", "Created"));
        answer.put("shipmentNo", parcel.number);
        if (!type.equals("QR_LABEL")) {
            answer.putObject("label")
                    .put("b64", Base64.getEncoder().encodeToString(PdfLabel.write(parcel, "R", PrintFormat.L710)));
        }
        if (!type.equals("SHIPMENT_LABEL")) {
            answer.putObject("qrLabel").put("b64", Base64.getEncoder().encodeToString(QrLabel.png(parcel.number)));
        }
        answer.put("routingCode", Routing.of(parcel.returnTo(), "RETURN").routingCode());
        return Reply.json(201, answer);
    }

    private static Optional<String> wrong(JsonNode body) {
        Fields fields = new Fields();
        fields.text(body, "", "receiverId", 1, 50, true);
        fields.text(body, "", "customerReference", 0, 50, false);
        fields.text(body, "", "shipmentReference", 0, 50, false);
        if (fields.object(body, "", "shipper", true)) {
            JsonNode shipper = body.path("shipper");
            fields.text(shipper, "shipper", "name1", 1, 50, true);
            fields.text(shipper, "shipper", "name2", 0, 50, false);
            fields.text(shipper, "shipper", "name3", 0, 50, false);
            fields.text(shipper, "shipper", "addressStreet", 1, 50, true);
            fields.text(shipper, "shipper", "addressHouse", 1, 10, true);
            fields.text(shipper, "shipper", "city", 1, 40, true);
            fields.text(shipper, "shipper", "email", 0, 70, false);
            fields.text(shipper, "shipper", "phone", 0, 20, false);
            if (!POSTCODE.matcher(shipper.path("postalCode").asString("")).matches()) {
                return Optional.of("Postal code is invalid. Please use 99999 format.");
            }
        }
        if (fields.object(body, "", "itemWeight", false)) {
            fields.oneOf(body.path("itemWeight"), "itemWeight", "uom", List.of("g", "kg"), true);
            fields.number(body.path("itemWeight"), "itemWeight", "value", 0, 31_500, false, true);
        }
        List<String> messages = new ArrayList<>();
        fields.wrong().forEach(field -> messages.add(field.path("message").asString()));
        return messages.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", messages));
    }

    /** The order as an outbound one would have looked whose return label this is: from there on both are the same. */
    private ObjectNode shipment(JsonNode order, DhlAccess.Account account) {
        ShipFrom receiver = receiver(account);
        ObjectNode shipment = Json.object()
                .put("product", ParcelBook.RETURN)
                .put("billingNumber", account.ekp() + "0701")
                .put("refNo", order.path("shipmentReference").asString(""))
                .put(
                        "shipDate",
                        LocalDate.ofInstant(clock.now(), SandboxClock.BERLIN).toString());
        shipment.set("consignee", order.path("shipper"));
        shipment.putObject("shipper")
                .put("name1", receiver.name())
                .put("addressStreet", receiver.street())
                .put("addressHouse", receiver.house())
                .put("postalCode", receiver.zip())
                .put("city", receiver.city())
                .put("country", receiver.country());
        if (order.path("itemWeight").isObject()) {
            shipment.putObject("details").set("weight", order.path("itemWeight"));
        }
        shipment.putObject("services")
                .putObject("dhlRetoure")
                .put("billingNumber", account.ekp() + "0701")
                .put("refNo", order.path("customerReference").asString(""));
        return shipment;
    }

    private ShipFrom receiver(DhlAccess.Account account) {
        return sellers.all().stream()
                .filter(seller -> seller.key().equals(account.seller()))
                .map(Seller::shipFrom)
                .findFirst()
                .orElseGet(() -> sellers.all().getFirst().shipFrom());
    }

    private Reply locations(Request request) {
        DhlAccess.Account account = access.caller(request);
        ShipFrom receiver = receiver(account);
        ArrayNode found = Json.array();
        if (request.query("countryCode").map("DEU"::equalsIgnoreCase).orElse(true)
                && request.query("receiverId").map(RECEIVER::equals).orElse(true)) {
            ObjectNode address = Json.object()
                    .put("name1", receiver.name())
                    .put("addressStreet", receiver.street())
                    .put("addressHouse", receiver.house())
                    .put("postalCode", receiver.zip())
                    .put("city", receiver.city());
            ObjectNode location = found.addObject()
                    .put("receiverId", RECEIVER)
                    .put("shipperCountry", "DEU")
                    .put("ekp", account.ekp())
                    .put("billingNumber", account.ekp() + "0701")
                    .put("companyName", receiver.name())
                    .put("numberRange", "6070XXXXXXXXXC");
            location.set("receiverAddress", address);
            location.set("companyAddress", address);
        }
        return Reply.ok(found);
    }
}
