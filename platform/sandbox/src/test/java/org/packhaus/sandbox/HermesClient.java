package org.packhaus.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls Hermes as a seller's software would. */
final class HermesClient {
    static final String ORDERS = "/services/hsi/shipmentorders";
    static final String RETURNS = "/services/hsi/returnorders";
    static final String TOKEN = "/authorization-facade/oauth2/access_token";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Caller caller;
    private String token = "none";

    HermesClient(Caller caller) {
        this.caller = caller;
    }

    HermesClient signIn(String seller) {
        token = token(seller, Map.of()).json().path("access_token").asString();
        return this;
    }

    /** @param otherwise fields of the form that differ from the right ones */
    Answer token(String seller, Map<String, String> otherwise) {
        JsonNode account = caller.seller(seller).path("hermes");
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", "password",
                "client_id", account.path("clientId").asString(),
                "client_secret", account.path("clientSecret").asString(),
                "username", account.path("user").asString(),
                "password", account.path("password").asString()));
        form.putAll(otherwise);
        return caller.form(TOKEN, form);
    }

    Answer get(String path) {
        return caller.get(path, "Authorization", "Bearer " + token, "Accept-Language", "EN");
    }

    Answer delete(String path) {
        return caller.call("DELETE", path, "", "Authorization", "Bearer " + token);
    }

    Answer post(String path, JsonNode body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", "Bearer " + token));
        return caller.post(path, body.toString(), all.toArray(String[]::new));
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode order(String reference) {
        ObjectNode order = object().put("clientReference", reference);
        order.putObject("receiverName").put("firstname", "Änne").put("lastname", "Groß");
        order.putObject("receiverAddress")
                .put("street", "Große Bleichen")
                .put("houseNumber", "12 b")
                .put("zipCode", "53111")
                .put("town", "Bonn")
                .put("countryCode", "DE");
        order.putObject("parcel").put("parcelWeight", 1850).put("productType", "PARCEL");
        return order;
    }
}
