package org.packhaus.plugin.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class DhlTrackingTest {
    private static final String NUMBER = "00340434161094015902";

    private final ScriptedServer server = ScriptedServer.start();
    private final DhlCarrier dhl = new DhlCarrier(new FakeTools());
    private final DhlSettings settings = FakeDhl.settings(server.uri());

    @AfterEach
    void stop() {
        server.close();
    }

    private List<TrackingReport> answered(String xml) throws Exception {
        server.on("GET", FakeDhl.TRACKING, call -> Reply.text(200, "application/xml", xml));
        return dhl.track(List.of(NUMBER), settings);
    }

    private TrackingReport piece(String attributes, String... events) throws Exception {
        return answered("<data name=\"piece-shipment-list\" code=\"0\"><data name=\"piece-shipment\" error-status=\"0\""
                        + " piece-code=\"" + NUMBER + "\" " + attributes + "><data name=\"piece-event-list\">"
                        + String.join("", events) + "</data></data></data>")
                .getFirst();
    }

    private static String event(String time, String ice, String ric, String standard) {
        return "<data name=\"piece-event\" event-timestamp=\"" + time + "\" event-status=\"Text ä\" ice=\"" + ice
                + "\" ric=\"" + ric + "\" standard-event-code=\"" + standard
                + "\" event-location=\"Bonn\" event-country=\"Deutschland\"/>";
    }

    @Test
    void readsTheHistoryOldestFirstInGermanysTime() throws Exception {
        TrackingReport report = piece(
                "",
                event("18.07.2026 10:02", "DLVRD", "NGHBR", "ZU"),
                event("16.01.2026 23:30", "PARCV", "", "VA"),
                event("17.01.2026 08:00", "LDTMV", "MVMTV", "PO"));
        assertThat(report.events())
                .extracting(TrackingEvent::status)
                .containsExactly(TrackingStatus.ANNOUNCED, TrackingStatus.OUT_FOR_DELIVERY, TrackingStatus.DELIVERED);
        assertThat(report.events().getFirst().at()).isEqualTo(Instant.parse("2026-01-16T22:30:00Z"));
        assertThat(report.events().getLast())
                .isEqualTo(new TrackingEvent(
                        Instant.parse("2026-07-18T08:02:00Z"),
                        TrackingStatus.DELIVERED,
                        "DLVRD/NGHBR",
                        "Text ä",
                        "Bonn, Deutschland"));
        assertThat(report.status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void aWithdrawnEventDidNotHappen() throws Exception {
        assertThat(piece(
                                "",
                                event("16.01.2026 08:00", "LDTMV", "MVMTV", "PO"),
                                event("16.01.2026 10:00", "DLVRD", "OTHER", "ZU"),
                                event("16.01.2026 11:00", "STORN", "", "BV"))
                        .status())
                .isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void whatIsFinalStaysSoWhateverIsScannedLater() throws Exception {
        assertThat(piece(
                                "",
                                event("16.01.2026 10:00", "DLVRD", "OTHER", "ZU"),
                                event("17.01.2026 11:00", "SRTED", "", "EE"),
                                event("18.01.2026 11:00", "DLVRD", "CODRP", "GT"))
                        .status())
                .isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void aReturnedParcelIsNotDelivered() throws Exception {
        assertThat(piece("ruecksendung=\"true\"", event("16.01.2026 10:00", "DLVRD", "OTHER", "ZU"))
                        .status())
                .isEqualTo(TrackingStatus.RETURNED_TO_SENDER);
    }

    @ParameterizedTest
    @CsvSource({
        "PARCV, , VA, ANNOUNCED",
        "PURCR, , VA, ANNOUNCED",
        "ADVIS, , DD, ANNOUNCED",
        "PCKDU, , AE, ACCEPTED",
        "SHRCU, , ES, ACCEPTED",
        "SRTED, , NB, IN_TRANSIT",
        "LDTMV, MVMTV, AA, IN_TRANSIT",
        "LDTMV, , PO, OUT_FOR_DELIVERY",
        "LDTMV, , ZF, OUT_FOR_DELIVERY",
        "ULFMV, , EE, IN_TRANSIT",
        "MVARR, , EE, IN_TRANSIT",
        "MVDPT, , AA, IN_TRANSIT",
        "INFCL, , NB, IN_TRANSIT",
        "LDTHU, , NB, IN_TRANSIT",
        "TRBCR, , NB, IN_TRANSIT",
        "FWDCF, , NB, IN_TRANSIT",
        "ASMVT, , NB, IN_TRANSIT",
        "RSDCP, , ZO, IN_TRANSIT",
        "HLDCC, LDPCK, LA, READY_FOR_PICKUP",
        "HLDCC, PKBOX, LA, READY_FOR_PICKUP",
        "DLVRD, NGHBR, ZU, DELIVERED",
        "DLVRD, SERPT, ZU, DELIVERED",
        "DLVRD, PCKAD, ZU, DELIVERED",
        "DLVRD, SECPL, ZU, DELIVERED",
        "DLVRD, PKBOX, ZU, DELIVERED",
        "DLVRD, POBOX, ZU, DELIVERED",
        "DLVRD, ACCPT, ZU, DELIVERED",
        "DLVRD, FAMLY, ZU, DELIVERED",
        "NTDEL, BDADD, ZN, DELIVERY_FAILED",
        "DLVRF, RFUSD, ZN, DELIVERY_FAILED",
        "NTPUP, , AN, DELAYED",
        "OFWRD, , BV, DELAYED",
        "ROUCR, , BV, DELAYED",
        "RELBL, , BV, DELAYED",
        "REPCK, , BV, DELAYED",
        "MSRTD, , BV, DELAYED",
        "MVDEX, , BV, DELAYED",
        "MVTEX, , BV, DELAYED",
        "LDEXC, , BV, DELAYED",
        "EXPHD, , BV, DELAYED",
        "HLDCU, , ZO, DELAYED",
        "HLDCP, , ZO, DELAYED",
        "ICPRC, , ZO, DELAYED",
        "ITBAR, , ZO, DELAYED",
        "DMGDS, , BV, DELAYED",
        "CNFSC, , BV, LOST",
        "RCCLS, LOSTX, BV, LOST",
        "STORN, , DD, UNKNOWN",
        "CNRFC, PCKST, ZF, READY_FOR_PICKUP",
        "NTDEL, NHOME, ZN, DELIVERY_FAILED",
        "DLVRD, HNDTC, ZU, IN_TRANSIT",
        "DSPSD, MOVED, ZU, LOST",
        "CANCL, NRQRD, BV, CANCELLED",
        "RETRN, NTCCN, NB, RETURNED_TO_SENDER",
        "FUTURE, X, ZU, DELIVERED",
        "FUTURE, X, Y, UNKNOWN",
    })
    void translatesCodes(String ice, String ric, String standard, TrackingStatus status) {
        assertThat(TrackingCodes.status(ice, ric == null ? "" : ric, standard)).isEqualTo(status);
    }

    @Test
    void onlyWhatIsNotAboutTheParcelHasNoMeaning() throws IOException {
        Optional<Path> list = Optional.ofNullable(System.getenv("PACKHAUS_SPECS"))
                .map(specs -> Path.of(specs, "dhl-parcel-de/ice-event-ric-combinations-2024-07-utf8.csv"))
                .filter(Files::isReadable);
        assumeTrue(list.isPresent(), "SKIPPED: DHL's list of events is not on this machine (set PACKHAUS_SPECS)");
        assertThat(Files.readAllLines(list.get()).stream()
                        .skip(1)
                        .map(line -> line.split(";"))
                        .filter(row -> TrackingCodes.status(row[0], row[1], row[2]) == TrackingStatus.UNKNOWN)
                        // Data services, money, and “the event before was deleted”.
                        .filter(row -> !Set.of("DD", "GT").contains(row[2]))
                        .map(row -> String.join(" ", row[0], row[1], row[2])))
                .isEmpty();
    }

    @Test
    void aParcelNobodyHasSeenYetIsLeftOut() throws Exception {
        assertThat(answered("<data code=\"100\" error=\"No data found\"/>")).isEmpty();
        assertThat(
                        answered(
                                "<data code=\"0\"><data name=\"piece-shipment\" error-status=\"100\" piece-code=\"1\"/></data>"))
                .isEmpty();
        assertThat(dhl.track(List.of(), settings)).isEmpty();
    }

    @Test
    void asksForUpToTwentyAtOnceWithTheUsersNameEscaped() throws Exception {
        answered("<data code=\"100\"/>");
        Call call = server.calls("GET", FakeDhl.TRACKING).getFirst();
        assertThat(call.parameter("xml"))
                .contains("appname=\"user-valid\"")
                .contains("piece-code=\"" + NUMBER + "\"")
                .contains("request=\"d-get-piece-detail\"");
        assertThat(call.header("Authorization")).contains("Basic YXBpLWtleTphcGktczNjcmV0");
        assertThat(dhl.mostPerCall()).isEqualTo(20);
    }

    @Test
    void aRefusedTrackingUserIsTheSettingsFault() {
        assertThatThrownBy(() -> answered("<data code=\"5\" error=\"Login failed\"/>"))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("trackingUser"));
        assertThatThrownBy(() -> answered("<data code=\"-3\"/>")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> answered("<data code=\"0\"")).isInstanceOf(Unavailable.class);
    }

    @Test
    void readsNoFilesForAnybody() {
        String attack = "<?xml version=\"1.0\"?><!DOCTYPE data [<!ENTITY f SYSTEM \"file:///etc/hostname\">]>"
                + "<data code=\"0\" error=\"&f;\"/>";
        assertThatThrownBy(() -> TrackingXml.parse(attack.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(TrackingXml.Unreadable.class)
                .hasMessageContaining("DOCTYPE");
    }
}
