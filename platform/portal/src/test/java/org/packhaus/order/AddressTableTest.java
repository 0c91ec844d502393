package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** Every address of {@code addresses.tsv} is read as the table says, and none of their letters and digits is lost. */
class AddressTableTest {
    private static final int COLUMNS = 12;
    private static final Pattern UNICODE = Pattern.compile("\\\\u(\\p{XDigit}{4})");

    record Row(int line, Address address, String verdict, String findings, String proposal, String leftOut) {
        @Override
        public String toString() {
            return line + ": " + String.join(", ", address.lines().toList());
        }
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                rows.add(row(i + 1, lines.get(i)));
            }
        }
        return rows.stream();
    }

    private static List<String> lines() {
        try (var table = Objects.requireNonNull(AddressTableTest.class.getResourceAsStream("addresses.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(int number, String line) {
        String[] cells = Arrays.stream(line.split("\t", -1))
                .map(AddressTableTest::unescaped)
                .toArray(String[]::new);
        assertThat(cells).as("line %s", number).hasSize(COLUMNS);
        Address address = new Address(
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                new CountryCode(cells[0]),
                "",
                "");
        return new Row(number, address, cells[8], cells[9], cells[10], cells[11]);
    }

    private static String unescaped(String cell) {
        return UNICODE.matcher(cell)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)))
                .translateEscapes();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsItAsTheTableSays(Row row) {
        AddressReading reading = AddressReader.read(row.address(), false);

        assertThat(verdict(reading)).isEqualTo(row.verdict());
        assertThat(findings(reading)).isEqualTo(row.findings());
        assertThat(changes(row.address(), reading)).isEqualTo(row.proposal());
        assertThat(leftOut(reading)).isEqualTo(row.leftOut());
        NothingLost.check(row.address(), reading);
    }

    @Test
    void theTableIsLong() {
        assertThat(rows().map(Row::address).distinct().count()).isGreaterThan(300);
    }

    @Test
    void everyFindingHasItsWordsInEveryLanguage() throws IOException {
        Set<String> codes = rows().flatMap(row -> Arrays.stream(row.findings().split("[! ]+")))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        for (String language : List.of("", "_de", "_zh")) {
            Properties texts = new Properties();
            try (var bundle = Objects.requireNonNull(AddressTableTest.class.getResourceAsStream(
                    "/vaadin-i18n/translations" + language + ".properties"))) {
                texts.load(new InputStreamReader(bundle, StandardCharsets.UTF_8));
            }
            assertThat(codes).allSatisfy(code -> assertThat(texts).containsKey("problem." + code));
        }
    }

    private static String verdict(AddressReading reading) {
        return switch (reading) {
            case AddressReading.Sure _ -> "sure";
            case AddressReading.Proposal _ -> "proposal";
            case AddressReading.Doubt _ -> "doubt";
        };
    }

    private static String findings(AddressReading reading) {
        return String.join(
                " ",
                reading.findings().stream()
                        .map(finding -> finding.code().substring(AddressCheck.PREFIX.length())
                                + (finding.blocking() ? "!" : ""))
                        .toList());
    }

    private static String changes(Address before, AddressReading reading) {
        if (!(reading instanceof AddressReading.Proposal proposal)) {
            return "";
        }
        return String.join(
                " | ",
                Arrays.stream(AddressPart.values())
                        .filter(part -> !part.of(before).equals(part.of(proposal.proposed())))
                        .map(part -> part.field + "=" + part.of(proposal.proposed()))
                        .toList());
    }

    private static String leftOut(AddressReading reading) {
        return reading instanceof AddressReading.Proposal proposal ? String.join(" | ", proposal.leftOut()) : "";
    }
}
