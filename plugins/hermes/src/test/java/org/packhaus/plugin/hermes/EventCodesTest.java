package org.packhaus.plugin.hermes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingStatus;

class EventCodesTest {

    private static TrackingStatus after(String... codes) {
        Instant start = Instant.parse("2026-11-25T08:00:00Z");
        List<TrackingEvent> history = new ArrayList<>();
        for (String code : codes) {
            history.add(new TrackingEvent(start.plusSeconds(history.size()), EventCodes.status(code), code, "", ""));
        }
        return EventCodes.status(history);
    }

    @ParameterizedTest
    @CsvSource({
        "0000, 000000000, ANNOUNCED",
        "0900, 000004000, ANNOUNCED",
        "1000, 010000000, IN_TRANSIT",
        "1510, 030000006, IN_TRANSIT",
        "1610, 035001000, IN_TRANSIT",
        "1730, 033003009, DELAYED",
        "1900, 037001003, IN_TRANSIT",
        "2000, 045001002, IN_TRANSIT",
        "2300, 045020002, IN_TRANSIT",
        "2400, 045001008, IN_TRANSIT",
        "3000, 050001000, OUT_FOR_DELIVERY",
        "3010, 050026003, OUT_FOR_DELIVERY",
        "3300, 050024003, IN_TRANSIT",
        "3410, 055001005, READY_FOR_PICKUP",
        "3430, 055002000, IN_TRANSIT",
        "3500, 090000000, DELIVERED",
        "3511, 090005004, DELIVERED",
        "3530, 090003008, DELIVERED",
        "3710, 060001004, DELIVERY_FAILED",
        "3795, 060095004, DELIVERY_FAILED",
        "3780, 060007004, DELAYED",
        "4035, 060012003, DELIVERY_FAILED",
        "3760, 065001004, IN_TRANSIT",
        "4062, 065002008, IN_TRANSIT",
        "4100, 080004003, IN_TRANSIT",
        "6081, 100001000, RETURNED_TO_SENDER",
        "6087, 100007003, DELAYED",
        "6088, 100008000, IN_TRANSIT",
        "6090, 101001002, IN_TRANSIT",
        "7500, 125001009, RETURNED_TO_SENDER",
        "9321, 320001301, UNKNOWN",
        "9340, 320020301, CANCELLED",
        "9399, 390020301, UNKNOWN",
    })
    void readsBothLengthsOfACode(String shortCode, String longCode, TrackingStatus status) {
        assertThat(EventCodes.status(shortCode)).isEqualTo(status);
        assertThat(EventCodes.status(longCode)).isEqualTo(status);
        assertThat(EventCodes.status(longCode.replaceAll("(\\d{3})(?=\\d)", "$1-")))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "0-0-0, ANNOUNCED",
        "90-0-0, DELIVERED",
        "55-1-5, READY_FOR_PICKUP",
        "35-10, DELIVERED",
        "9-0, ANNOUNCED"
    })
    void groupsMayHaveLostTheirZeros(String code, TrackingStatus status) {
        assertThat(EventCodes.status(code)).isEqualTo(status);
    }

    @Test
    void bothLengthsOfEveryCodeInHermesListMeanTheSame() throws IOException {
        Optional<Path> list = Optional.ofNullable(System.getenv("PACKHAUS_SPECS"))
                .map(specs -> Path.of(specs, "hermes/eventcodes-utf8.csv"))
                .filter(Files::isReadable);
        assumeTrue(list.isPresent(), "SKIPPED: Hermes's list of events is not on this machine (set PACKHAUS_SPECS)");
        List<String> differing = Files.readAllLines(list.get()).stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split(";")))
                .filter(codes -> EventCodes.status(codes.get(0)) != EventCodes.status(codes.get(1)))
                .map(codes -> codes.get(0) + " " + EventCodes.status(codes.get(0)) + ", " + codes.get(1) + " "
                        + EventCodes.status(codes.get(1)))
                .toList();
        assertThat(differing).isEmpty();
    }

    /** The fact sheet's table, range by range; corrections, and what a receiver wished for, say nothing of where it is. */
    private static TrackingStatus byTable(String code) {
        int number = Integer.parseInt(code);
        return switch (number) {
            case 1730, 1751, 3780, 4080, 4610, 4620, 4630, 6086, 6087 -> TrackingStatus.DELAYED;
            case 3410 -> TrackingStatus.READY_FOR_PICKUP;
            case 3300, 3430, 3760, 3761, 4060, 4061, 4062, 4100, 4500, 6088, 6089, 6090 -> TrackingStatus.IN_TRANSIT;
            case 4070, 4072, 4690 -> TrackingStatus.UNKNOWN;
            case 9340, 9341 -> TrackingStatus.CANCELLED;
            default -> {
                if (number < 1000) {
                    yield TrackingStatus.ANNOUNCED;
                }
                if (number < 3000) {
                    yield TrackingStatus.IN_TRANSIT;
                }
                if (number < 3300) {
                    yield TrackingStatus.OUT_FOR_DELIVERY;
                }
                if (number >= 3500 && number < 3600) {
                    yield TrackingStatus.DELIVERED;
                }
                if (number >= 3700 && number < 4100) {
                    yield TrackingStatus.DELIVERY_FAILED;
                }
                yield number >= 6080 && number <= 7500 ? TrackingStatus.RETURNED_TO_SENDER : TrackingStatus.UNKNOWN;
            }
        };
    }

    @Test
    void everyCodeInHermesListMeansWhatTheTableSays() throws IOException {
        Optional<Path> list = Optional.ofNullable(System.getenv("PACKHAUS_SPECS"))
                .map(specs -> Path.of(specs, "hermes/eventcodes-utf8.csv"))
                .filter(Files::isReadable);
        assumeTrue(list.isPresent(), "SKIPPED: Hermes's list of events is not on this machine (set PACKHAUS_SPECS)");
        List<String> codes = Files.readAllLines(list.get()).stream()
                .skip(1)
                .map(line -> line.split(";")[1])
                .distinct()
                .toList();
        assertThat(codes)
                .hasSizeGreaterThan(100)
                .allSatisfy(code -> assertThat(EventCodes.status(code)).as(code).isEqualTo(byTable(code)));
    }

    @Test
    void anUnknownCodeChangesNothing() {
        assertThat(EventCodes.status("unbekannt")).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(EventCodes.status("")).isEqualTo(TrackingStatus.UNKNOWN);
        assertThat(after("2000", "9999", "5000")).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(after()).isEqualTo(TrackingStatus.UNKNOWN);
    }

    @Test
    void whatHermesCorrectsDidNotHappen() {
        assertThat(after("2000", "3000", "4070")).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(after("2000", "6081", "4072")).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(after("2000", "100001000", "100090003")).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(after("0000", "9340")).isEqualTo(TrackingStatus.CANCELLED);
        assertThat(after("0000", "9340", "9327", "9399")).isEqualTo(TrackingStatus.ANNOUNCED);
        assertThat(after("0000", "320020301", "390020301", "1510")).isEqualTo(TrackingStatus.IN_TRANSIT);
    }

    @Test
    void aReturnMakesNothingDelivered() {
        assertThat(after("0000", "3760", "4060", "1520", "7500")).isEqualTo(TrackingStatus.RETURNED_TO_SENDER);
        assertThat(after("0000", "3760")).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(after("3000", "3510", "3761", "7500")).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void aShopIsNotTheBuyer() {
        assertThat(after("3000", "3731", "3410")).isEqualTo(TrackingStatus.READY_FOR_PICKUP);
        assertThat(after("3000", "3410", "4035", "6093")).isEqualTo(TrackingStatus.RETURNED_TO_SENDER);
        assertThat(after("3410", "3530", "9321")).isEqualTo(TrackingStatus.DELIVERED);
    }
}
