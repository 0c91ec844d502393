package org.packhaus.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** An address while it is read: what was given, what would be right so far, and why. */
final class AddressDraft {

    /** When a finding stops a label. */
    enum Weight {
        /** Never; it is worth a look. */
        NOTE,
        /** Until a person has looked at it and saved the address. */
        DOUBT,
        /** Always: no carrier brings it there. */
        FACT
    }

    private record Note(
            String code,
            AddressPart part,
            String text,
            Weight weight,
            boolean mended,
            @Nullable String hint) {}

    private final Address given;
    private Address now;
    private final List<Note> notes = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    AddressDraft(Address given) {
        this.given = given;
        this.now = given;
    }

    /** The address with all proposals so far. */
    Address now() {
        return now;
    }

    String get(AddressPart part) {
        return part.of(now);
    }

    CountryCode country() {
        return now.country();
    }

    /** The address with something put behind what its extra line says already. */
    Address added(Address address, String text) {
        return AddressPart.ADDITION.in(address, join(address.addition(), text));
    }

    /** Two texts in one line. */
    static String join(String first, String second) {
        return Stream.of(first.strip(), second.strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Forgets what was flagged without a proposal, to look at the mended address again. */
    void again() {
        notes.removeIf(note -> !note.mended());
    }

    void flag(Weight weight, String code, AddressPart part, String text) {
        notes.add(new Note(code, part, text, weight, false, null));
    }

    /**
     * Goes on with {@code better} and says why. What does not fit into our columns is flagged and not proposed, because saving
     * it would cut it.
     *
     * @param hint the short value that is new, for the button
     * @param without what stands in the address and not in the proposal
     */
    void propose(
            Weight weight,
            String code,
            AddressPart part,
            String text,
            Address better,
            @Nullable String hint,
            String... without) {
        if (Arrays.stream(AddressPart.values()).anyMatch(p -> p.of(better).length() > p.longest)) {
            flag(weight, code, part, text);
            return;
        }
        List<String> gone = Arrays.stream(without)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        leftOut.addAll(gone);
        now = better;
        String says = gone.isEmpty() ? text : text + " Left out: " + quoted(gone) + ".";
        notes.add(new Note(code, part, says, weight, true, hint));
    }

    static String quoted(Collection<String> words) {
        return words.stream().distinct().map(word -> "“" + word + "”").collect(Collectors.joining(", "));
    }

    /** @param byPerson whether a person has looked at the address as it was given */
    AddressReading reading(boolean byPerson) {
        if (notes.isEmpty()) {
            return new AddressReading.Sure(given);
        }
        boolean mended = !now.equals(given);
        List<AddressFinding> why = notes.stream()
                .map(note -> new AddressFinding(
                        AddressCheck.PREFIX + note.code(),
                        note.part().field,
                        note.text(),
                        note.weight() == Weight.FACT || (note.weight() == Weight.DOUBT && !byPerson),
                        mended && note.mended() ? now : null,
                        mended && note.mended() ? note.hint() : null))
                .toList();
        return mended ? new AddressReading.Proposal(now, why, List.copyOf(leftOut)) : new AddressReading.Doubt(why);
    }
}
