package org.packhaus.sandbox;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls GLS as a seller's software would, in the spelling of GLS's document. */
final class GlsClient {

    static final String SHIPIT = "/shipit-farm/v1/backend";
    static final String SHIPMENTS = SHIPIT + "/rs/shipments";
    static final String TRACKING = "/track-and-trace-v1/tracking/simple";
    static final String MEDIA_TYPE = "application/glsVersion1+json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Caller caller;
    private final String contactId;
    private String token;

    GlsClient(Caller caller, String seller) {
        this.caller = caller;
        JsonNode account = caller.seller(seller).path("gls");
        contactId = account.path("contactId").asString();
        token = caller.form(
                        "/oauth2/v2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                account.path("clientId").asString(),
                                "client_secret",
                                account.path("clientSecret").asString()))
                .json()
                .path("access_token")
                .asString();
    }

    void listen(Caller.Listener listener) {
        caller.listen(listener);
    }

    void use(String otherToken) {
        token = otherToken;
    }

    /** A good shipment, with its way back. */
    ObjectNode order(String reference) {
        ObjectNode body = MAPPER.createObjectNode();
        ObjectNode shipment = body.putObject("Shipment").put("Product", "PARCEL");
        shipment.putArray("ShipmentReference").add(reference);
        ObjectNode to =
                shipment.putObject("Consignee").put("Category", "PRIVATE").putObject("Address");
        address(to, "Jörg Süßmuth", "Große Bleichen", "53113", "Bonn");
        to.put("Email", "joerg@example.com");
        address(
                shipment.putObject("Shipper").put("ContactID", contactId).putObject("AlternativeShipperAddress"),
                "Kiefer & Tau GmbH",
                "Am Sägewerk",
                "79098",
                "Freiburg im Breisgau");
        shipment.putArray("ShipmentUnit").addObject().put("Weight", 1.85);
        shipment.putArray("Service")
                .addObject()
                .putObject("ShopReturn")
                .put("ServiceName", "service_shopreturn")
                .put("NumberOfLabels", 1);
        return print(body, "NONE", "PDF");
    }

    ObjectNode print(ObjectNode body, String template, String format) {
        body.putObject("PrintingOptions")
                .putObject("ReturnLabels")
                .put("TemplateSet", template)
                .put("LabelFormat", format);
        return body;
    }

    private static void address(ObjectNode address, String name, String street, String zip, String city) {
        address.put("Name1", name)
                .put("Street", street)
                .put("StreetNumber", "7")
                .put("Zipcode", zip)
                .put("City", city)
                .put("CountryCode", "DE");
    }

    Answer post(String path, String body) {
        return caller.post(
                SHIPMENTS + path,
                body,
                "Content-Type",
                MEDIA_TYPE,
                "Accept",
                MEDIA_TYPE,
                "Authorization",
                "Bearer " + token);
    }

    /** The first parcel's data of a purchase. */
    JsonNode buy(String reference) {
        return post("", order(reference).toString()).json().path("CreatedShipment");
    }

    Answer track(String kind, String names) {
        return caller.get(
                TRACKING + "/" + kind + "/" + names, "Authorization", "Bearer " + token, "Accept", "application/json");
    }
}
