package org.packhaus.order;

import java.util.List;
import java.util.stream.Stream;
import org.packhaus.sdk.Address;

/**
 * Tells whether two addresses are one door and one person behind it. Case, accents, spaces and the ways to write "Straße" make no
 * difference; anything else does, a flat or a post number above all. Phone and e-mail say nothing about where a parcel goes.
 */
final class SameDoor {
    private SameDoor() {}

    /** Equal for equal doors. Never kept: it would prove a guessed address. */
    static List<String> key(Address to) {
        String point = to.pickupPoint()
                .map(place -> place.kind() + " " + place.number() + " "
                        + place.postNumber().orElse(""))
                .orElse("");
        return Stream.of(
                        to.company(),
                        to.person(),
                        to.addition(),
                        street(to.street()),
                        to.houseNumber(),
                        to.postalCode(),
                        to.city(),
                        to.country().code(),
                        point)
                .map(SameDoor::plain)
                .toList();
    }

    private static String street(String street) {
        return SearchWords.fold(street).replaceAll("str(asse|\\.)?(?=\\s|$)", "str");
    }

    /** Letters and digits in their order. */
    private static String plain(String text) {
        return SearchWords.fold(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
