package org.packhaus.sandbox.otto;

import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.node.ObjectNode;

/** An address as OTTO hands it over; empty texts are left out where they are optional. */
public record Address(
        String salutation,
        String title,
        String firstName,
        String lastName,
        String street,
        String houseNumber,
        String addition,
        String zipCode,
        String city,
        String email,
        String phoneNumber) {

    public Address withContact(String newEmail, String newPhone) {
        return new Address(
                salutation,
                title,
                firstName,
                lastName,
                street,
                houseNumber,
                addition,
                zipCode,
                city,
                newEmail,
                newPhone);
    }

    public Address withoutHouseNumber() {
        return new Address(
                salutation, title, firstName, lastName, street, "", addition, zipCode, city, email, phoneNumber);
    }

    public Address withAddition(String newAddition) {
        return new Address(
                salutation,
                title,
                firstName,
                lastName,
                street,
                houseNumber,
                newAddition,
                zipCode,
                city,
                email,
                phoneNumber);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("salutation", salutation);
        put(json, "title", title);
        json.put("firstName", firstName)
                .put("lastName", lastName)
                .put("street", street)
                .put("houseNumber", houseNumber);
        put(json, "addition", addition);
        json.put("zipCode", zipCode).put("city", city).put("countryCode", "DEU");
        put(json, "email", email);
        put(json, "phoneNumber", phoneNumber);
        return json;
    }

    private static void put(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }
}
