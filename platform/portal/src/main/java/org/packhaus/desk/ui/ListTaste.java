package org.packhaus.desk.ui;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.security.UserSettings;

/** How one user wants the order list: which columns, how dense. Kept with the account. */
record ListTaste(Set<Part> columns, boolean comfortable) {

    /** A column that can be shown or hidden, with its key in the grid. */
    enum Part {
        LIGHT,
        BY,
        ORDER,
        ITEMS,
        BUYER,
        AMOUNT,
        CARRIER,
        MARKS,
        ORDERED,
        WEIGHT,
        CHANNEL,
        TAGS;

        String key() {
            return OrderState.word(this);
        }

        /** Without it nobody knows what a row is. */
        boolean fixed() {
            return this == ORDER;
        }
    }

    private static final String COLUMNS = "desk.columns";
    private static final String DENSITY = "desk.density";
    private static final String COMFORTABLE = "comfortable";
    static final Set<Part> USUAL = EnumSet.range(Part.LIGHT, Part.MARKS);

    ListTaste {
        var whole = EnumSet.of(Part.ORDER);
        whole.addAll(columns);
        columns = whole;
    }

    static ListTaste read(UserSettings settings) {
        Set<Part> columns = settings.mine(COLUMNS).map(ListTaste::columns).orElse(USUAL);
        return new ListTaste(
                columns, settings.mine(DENSITY).filter(COMFORTABLE::equals).isPresent());
    }

    /** A column that no longer exists is forgotten. */
    static Set<Part> columns(String kept) {
        var words = Set.of(kept.split(",", -1));
        return Arrays.stream(Part.values())
                .filter(part -> words.contains(part.key()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    void keep(UserSettings settings) {
        settings.keep(COLUMNS, said());
        settings.keep(DENSITY, comfortable ? COMFORTABLE : "compact");
    }

    String said() {
        return columns.stream().map(Part::key).collect(Collectors.joining(","));
    }

    boolean shows(Part part) {
        return columns.contains(part);
    }

    ListTaste with(Part part, boolean shown) {
        var changed = EnumSet.copyOf(columns);
        if (shown) {
            changed.add(part);
        } else {
            changed.remove(part);
        }
        return new ListTaste(changed, comfortable);
    }

    ListTaste comfortable(boolean wanted) {
        return new ListTaste(columns, wanted);
    }
}
