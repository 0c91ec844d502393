package org.packhaus.returnnumber;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a list of return numbers as carriers send it: one to a row, in the first column that holds one; blanks within a number, quotation
 * marks, a heading and empty rows do no harm.
 *
 * @param numbers each once, in the order of the list
 * @param faults what is wrong with which row
 */
record PoolList(List<String> numbers, List<PoolImport.Fault> faults) {
    private static final Pattern COLUMNS = Pattern.compile("[;,\\t]");
    private static final int MOST_FAULTS = 100;
    static final int MOST = 200_000;

    static PoolList read(String text, NumberForm form) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        List<PoolImport.Fault> faults = new ArrayList<>();
        int row = 0;
        for (String line : text.lines().toList()) {
            row++;
            Optional<String> number = number(line, row == 1);
            if (number.isEmpty()) {
                continue;
            }
            int here = row;
            Optional<ReturnNumberException> fault = form.fault(number.get())
                    .or(() -> Optional.ofNullable(rows.putIfAbsent(number.get(), here))
                            .map(before -> new ReturnNumberException(
                                    "return-number-twice",
                                    "“" + number.get() + "” stands in row " + before + " already.",
                                    number.get(),
                                    String.valueOf(before))));
            if (fault.isPresent() && faults.size() < MOST_FAULTS) {
                faults.add(new PoolImport.Fault(row, fault.get()));
            }
        }
        return limited(rows, faults);
    }

    /** All numbers from the first to the last, both with their check digits, as carriers hand out ranges. */
    static PoolList range(String first, String last, NumberForm form) {
        List<PoolImport.Fault> faults = new ArrayList<>();
        form.fault(first).ifPresent(why -> faults.add(new PoolImport.Fault(1, why)));
        form.fault(last).ifPresent(why -> faults.add(new PoolImport.Fault(2, why)));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        if (faults.isEmpty()) {
            long from = Long.parseLong(form.payload(first));
            long to = Long.parseLong(form.payload(last));
            if (to < from) {
                faults.add(new PoolImport.Fault(
                        2,
                        new ReturnNumberException(
                                "return-range-backwards", "The last number comes before the first one.")));
            } else if (to - from >= MOST) {
                faults.add(new PoolImport.Fault(2, tooMany()));
            } else {
                for (long serial = from; serial <= to; serial++) {
                    numbers.put(form.at(serial), 1);
                }
            }
        }
        return limited(numbers, faults);
    }

    boolean isWithinBounds() {
        return numbers.size() <= MOST;
    }

    private static ReturnNumberException tooMany() {
        return new ReturnNumberException(
                "return-numbers-too-many",
                "These are more than " + MOST + " numbers; add them in parts.",
                String.valueOf(MOST));
    }

    private static PoolList limited(Map<String, Integer> numbers, List<PoolImport.Fault> faults) {
        if (numbers.size() > MOST) {
            faults.add(new PoolImport.Fault(MOST + 1, tooMany()));
        }
        return new PoolList(List.copyOf(numbers.keySet()), List.copyOf(faults));
    }

    private static Optional<String> number(String line, boolean mayBeHeading) {
        for (String column : COLUMNS.split(line)) {
            String text = column.replace("\"", "").replace("\uFEFF", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            String joined = text.replaceAll("[\\s.-]", "");
            boolean number = !joined.isEmpty() && joined.chars().allMatch(Character::isDigit);
            if (number) {
                return Optional.of(joined);
            }
            if (!mayBeHeading) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
