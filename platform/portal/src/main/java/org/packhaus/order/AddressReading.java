package org.packhaus.order;

import java.util.List;
import org.packhaus.sdk.Address;

/** What came of reading an address as its buyer wrote it. */
sealed interface AddressReading {

    /** Why a person should look at it; empty when nobody has to. */
    List<AddressFinding> findings();

    /** Everything stands where it belongs; {@code address} is what was given, to the letter. */
    record Sure(Address address) implements AddressReading {
        @Override
        public List<AddressFinding> findings() {
            return List.of();
        }
    }

    /**
     * It can be mended if a person agrees.
     *
     * @param proposed every letter and digit of what was given, moved to where it belongs, but for {@code leftOut}
     * @param why each with {@code proposed}, but for those that the proposal does not mend
     * @param leftOut what the proposal does without: a {@code Nr.}, a placeholder, the same number a second time. The findings say it
     */
    record Proposal(Address proposed, List<AddressFinding> why, List<String> leftOut) implements AddressReading {
        @Override
        public List<AddressFinding> findings() {
            return why;
        }
    }

    /** Something is missing or odd, and guessing would be dangerous. */
    record Doubt(List<AddressFinding> why) implements AddressReading {
        @Override
        public List<AddressFinding> findings() {
            return why;
        }
    }
}
