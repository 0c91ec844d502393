package org.packhaus.sandbox.dhl;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A sender or a recipient, however it was written.
 *
 * @param names the first one is never empty
 * @param street "Packstation" and "Postfiliale" for parcel lockers and outlets
 * @param house empty when it stands in the street
 * @param further lines between name and street: post number, additions
 */
record Party(
        List<String> names,
        String street,
        String house,
        List<String> further,
        String zip,
        String city,
        String country) {

    static Party consignee(JsonNode json) {
        if (json.has("lockerID")) {
            return station(json, "Packstation", json.path("lockerID").asString());
        }
        if (json.has("retailID")) {
            return station(json, "Postfiliale", json.path("retailID").asString());
        }
        if (json.has("poBoxID")) {
            return new Party(
                    texts(json, "name1", "name2", "name3"),
                    "Postfach",
                    json.path("poBoxID").asString(),
                    List.of(),
                    text(json, "postalCode"),
                    text(json, "city"),
                    country(json));
        }
        return contact(json);
    }

    private static Party station(JsonNode json, String kind, String id) {
        return new Party(
                texts(json, "name"),
                kind,
                id,
                texts(json, "postNumber"),
                text(json, "postalCode"),
                text(json, "city"),
                country(json));
    }

    static Party contact(JsonNode json) {
        return new Party(
                texts(json, "name1", "name2", "name3"),
                text(json, "addressStreet"),
                text(json, "addressHouse"),
                texts(json, "additionalAddressInformation1", "additionalAddressInformation2", "dispatchingInformation"),
                text(json, "postalCode"),
                text(json, "city"),
                country(json));
    }

    private static String country(JsonNode json) {
        String country = text(json, "country");
        return country.isEmpty() ? "DEU" : country;
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }

    private static List<String> texts(JsonNode json, String... names) {
        List<String> texts = new ArrayList<>();
        for (String name : names) {
            if (!text(json, name).isBlank()) {
                texts.add(text(json, name));
            }
        }
        return texts;
    }

    boolean packstation() {
        return street.equalsIgnoreCase("Packstation");
    }

    boolean outlet() {
        return street.equalsIgnoreCase("Postfiliale");
    }

    boolean domestic() {
        return country.equals("DEU");
    }

    /** The country as most of the world writes it. */
    String alpha2() {
        return java.util.Arrays.stream(java.util.Locale.getISOCountries())
                .filter(code -> java.util.Locale.of("", code).getISO3Country().equals(country))
                .findFirst()
                .orElse("");
    }

    String streetLine() {
        return house.isEmpty() ? street : street + " " + house;
    }

    String cityLine() {
        return zip + " " + city;
    }

    /** All lines above the city. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(names);
        lines.addAll(further);
        lines.add(streetLine());
        return lines;
    }
}
