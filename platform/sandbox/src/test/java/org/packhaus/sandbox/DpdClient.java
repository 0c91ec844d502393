package org.packhaus.sandbox;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Calls the sandbox's DPD as a seller's software would. */
final class DpdClient {
    static final String LOGIN = "/shipping/v1/login";
    static final String SHIPMENT = "/shipping/v1/shipment";
    static final String LABEL = "/shipping/v1/label";

    private final Caller caller;
    private String customer = "";
    private List<String> authorization = List.of();

    DpdClient(Caller caller) {
        this.caller = caller;
    }

    DpdClient signIn(String seller) {
        JsonNode account = caller.seller(seller).path("dpd");
        customer = account.path("customerNumber").asString();
        Answer answer =
                login(account.path("user").asString(), account.path("password").asString(), "001");
        authorization = List.of("Authorization", "Bearer " + answer.header("X-DPD-TOKEN"));
        return this;
    }

    Answer login(String user, String password, String unit) {
        return caller.post(LOGIN, "", "X-DPD-BUCODE", unit, "X-DPD-LOGIN", user, "X-DPD-PASSWORD", password);
    }

    Answer ship(String query, String shipment) {
        return post(SHIPMENT + query, "[" + shipment + "]");
    }

    Answer reprint(String query, String number) {
        return post(LABEL + query, "{\"shipment\":{\"parcelNumbers\":[\"" + number + "\"]}}");
    }

    private Answer post(String path, String body) {
        List<String> headers = new ArrayList<>(authorization);
        headers.addAll(List.of("Content-Type", "application/json"));
        return caller.post(path, body, headers.toArray(String[]::new));
    }

    String shipment(String product, String country, String postalCode) {
        return """
                {"shipmentInfos":{"productCode":"%s","weight":"1200"},"customerReferenceNumbers":["reference-1"],
                 "numberOfParcels":"1",
                 "sender":{"customerInfos":{"customerAccountNumber":"%s","customerID":"%s"},
                   "address":{"name1":"Kiefer & Tau GmbH","street":"Am Sägewerk","houseNumber":"7","country":"DE",
                     "zipCode":"79098","city":"Freiburg im Breisgau"}},
                 "receiver":{"address":{"name1":"Änne Groß","street":"Kurt-Schumacher-Straße","houseNumber":"20 b",
                   "country":"%s","zipCode":"%s","city":"Bonn"}},
                 "parcel":[{"parcelInfos":{"weight":"1200"}}]}""".formatted(product, customer, customer, country, postalCode);
    }
}
