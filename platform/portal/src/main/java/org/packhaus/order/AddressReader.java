package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.FACT;

import java.util.Arrays;
import org.packhaus.order.AddressDraft.Weight;
import org.packhaus.sdk.Address;

/**
 * Reads an address as buyers write it. It proposes and never changes: a proposal holds every letter and digit of what was given,
 * and says what it leaves out. Each step goes on with what the one before proposed, so that one click mends all.
 */
final class AddressReader {

    /** What one step takes apart may give another something to do; two are enough for what people write. */
    private static final int ROUNDS = 6;

    private AddressReader() {}

    /** @param byPerson whether a person has seen and entered it: then a missing house number is meant so */
    static AddressReading read(Address address, boolean byPerson) {
        AddressDraft draft = new AddressDraft(address);
        boolean pickup = false;
        Address before = null;
        for (int round = 0; round < ROUNDS && !draft.now().equals(before); round++) {
            before = draft.now();
            draft.again();
            pickup = steps(draft);
        }
        cut(draft);
        missing(
                draft,
                nameLess(draft.now()),
                AddressPart.PERSON,
                "name-missing",
                "The address names nobody who receives the parcel.");
        missing(
                draft,
                !pickup && LineText.saysNothing(draft.now().street()),
                AddressPart.STREET,
                "street-missing",
                "The street is missing.");
        missing(
                draft,
                draft.now().postalCode().isEmpty() && PostalCodes.wanted(draft.country()),
                AddressPart.POSTAL_CODE,
                "postal-code-missing",
                "The postcode is missing.");
        missing(
                draft,
                LineText.saysNothing(draft.now().city()),
                AddressPart.CITY,
                "city-missing",
                "The city is missing.");
        return draft.reading(byPerson);
    }

    /** @return whether it goes to a locker or an outlet */
    private static boolean steps(AddressDraft draft) {
        LineText.read(draft);
        CareOf.read(draft);
        Contacts.read(draft);
        boolean pickup = PickupLines.read(draft);
        CityLine.read(draft);
        if (!pickup) {
            StreetLines.read(draft);
        }
        CompanyName.read(draft);
        return pickup;
    }

    private static boolean nameLess(Address address) {
        return LineText.saysNothing(address.person()) && LineText.saysNothing(address.company())
                || (address.person() + address.company()).chars().noneMatch(Character::isLetter);
    }

    private static void missing(AddressDraft draft, boolean missing, AddressPart part, String code, String text) {
        if (missing) {
            draft.flag(FACT, code, part, text + " Ask the buyer, then correct the address.");
        }
    }

    /** A line as long as its column was cut when it was stored. */
    private static void cut(AddressDraft draft) {
        Arrays.stream(AddressPart.values())
                .filter(part -> part != AddressPart.COUNTRY && draft.get(part).length() >= part.longest)
                .forEach(part -> draft.flag(
                        Weight.DOUBT,
                        "text-cut",
                        part,
                        "The line is longer than " + (part.longest - 1)
                                + " characters; its end is not kept. Look at the channel, then shorten it."));
    }
}
