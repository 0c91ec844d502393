package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.Address;

/** What must hold for every reading of every address, however it was written. */
final class NothingLost {
    /** Their proposals write something the buyer did not: a zero, a word spelt right, letters that were garbled, a village's name. */
    private static final Set<String> ADD = Set.of(
            "address-postal-code-form",
            "address-pickup-spelling",
            "address-text-damaged",
            "address-street-is-number",
            "address-country-doubtful");

    private NothingLost() {}

    static void check(Address given, AddressReading reading) {
        switch (reading) {
            case AddressReading.Sure(Address address) -> assertThat(address).isEqualTo(given);
            case AddressReading.Doubt(List<AddressFinding> why) -> {
                assertThat(why).isNotEmpty();
                assertThat(why).extracting(AddressFinding::proposal).containsOnlyNulls();
            }
            case AddressReading.Proposal proposal -> proposal(given, proposal);
        }
    }

    private static void proposal(Address given, AddressReading.Proposal proposal) {
        Address proposed = proposal.proposed();
        assertThat(proposal.why()).isNotEmpty();
        assertThat(proposed).isNotEqualTo(given);
        Map<Integer, Integer> before = characters(text(given));
        Map<Integer, Integer> after = characters(text(proposed));
        Map<Integer, Integer> without = characters(proposal.leftOut().stream());
        before.forEach(
                (character, times) -> assertThat(after.getOrDefault(character, 0) + without.getOrDefault(character, 0))
                        .as(
                                "“%s” in %s, proposed %s, left out %s",
                                Character.toString(character), given, proposed, proposal.leftOut())
                        .isGreaterThanOrEqualTo(times));
        if (proposal.why().stream().map(AddressFinding::code).noneMatch(ADD::contains)) {
            after.forEach((character, times) -> assertThat(times)
                    .as("“%s” in the proposal %s for %s", Character.toString(character), proposed, given)
                    .isLessThanOrEqualTo(before.getOrDefault(character, 0)));
        }
        String said = proposal.why().stream().map(AddressFinding::text).collect(Collectors.joining("\n"));
        assertThat(proposal.leftOut()).allSatisfy(gone -> assertThat(said).contains(gone));
        for (AddressPart part : AddressPart.values()) {
            assertThat(part.of(proposed).length()).as(part.field).isLessThanOrEqualTo(part.longest);
        }
        assertThat(AddressReader.read(proposed, true))
                .as("taken and read again: %s", proposed)
                .isNotInstanceOf(AddressReading.Proposal.class);
    }

    private static Stream<String> text(Address address) {
        return Arrays.stream(AddressPart.values())
                .filter(part -> part != AddressPart.COUNTRY)
                .map(part -> part.of(address));
    }

    /** How often each letter and digit stands there; full-width ones are the ordinary ones. */
    private static Map<Integer, Integer> characters(Stream<String> texts) {
        Map<Integer, Integer> counts = new TreeMap<>();
        texts.forEach(text -> Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(character -> counts.merge(character, 1, Integer::sum)));
        return counts;
    }
}
