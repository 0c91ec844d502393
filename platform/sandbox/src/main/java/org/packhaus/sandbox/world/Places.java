package org.packhaus.sandbox.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real German pairs of postcode and city: buyers live there, and the carrier checks addresses against them. */
public final class Places {

    /** A postcode and its city. */
    public record Place(String zip, String city) {}

    private static final List<Place> ALL = new ArrayList<>();
    private static final Map<String, String> CITY = new HashMap<>();

    static {
        for (String line : Catalogue.resource("places.txt")) {
            Place place = new Place(line.substring(0, 5), line.substring(6).trim());
            ALL.add(place);
            CITY.put(place.zip(), place.city());
        }
    }

    private Places() {}

    public static List<Place> all() {
        return List.copyOf(ALL);
    }

    public static Optional<String> city(String zip) {
        return Optional.ofNullable(CITY.get(zip));
    }
}
