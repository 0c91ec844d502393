package org.packhaus.order;

import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;

/**
 * Looks an address over before money is spent on it. It finds and proposes; it never changes, because a wrong "correction" sends a
 * parcel astray silently.
 */
final class AddressCheck {
    static final String PREFIX = "address-";

    private AddressCheck() {}

    /**
     * @param byPerson whether a person has seen and entered it: then what is only odd is meant so
     */
    static List<AddressFinding> check(Address address, boolean byPerson) {
        return AddressReader.read(address, byPerson).findings();
    }

    /** The first finding that stops a label, as the order's problem. */
    static Optional<Problem> problem(List<AddressFinding> findings) {
        return findings.stream()
                .filter(AddressFinding::blocking)
                .findFirst()
                .map(finding -> new Problem(finding.code(), finding.text(), finding.hint()));
    }
}
