package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SenderAddress;

/** What a carrier is sent with a claim: every scan once, nothing of a buyer who is forgotten, and whatever was typed stays text. */
class EvidenceFileTest {
    private static final Instant START = Instant.parse("2026-11-16T09:00:00Z");
    private static final Address BUYER = Address.to("Özge Yıldızhan")
            .street("Am Markt", "3")
            .city("37073", "Göttingen")
            .build();

    private static byte[] file(SlipLanguage language, int scans, @Nullable Address receiver, String title) {
        return EvidenceFile.bytes(new EvidenceFile.Content(
                language,
                START.plus(Duration.ofDays(20)),
                ZoneId.of("Europe/Berlin"),
                17,
                "LOST",
                Money.euro("1249.90"),
                "NF-4711",
                "DHL Hamburg",
                "00340434161094015902",
                new EvidenceFile.Parties(
                        "Kessel",
                        new SenderAddress(
                                "Kessel & Söhne GmbH",
                                null,
                                "Speicherstr.",
                                "12a",
                                null,
                                "20457",
                                "Hamburg",
                                "DE",
                                null,
                                null),
                        receiver),
                new EvidenceFile.Order(
                        "bwq0000001", START, List.of(new EvidenceFile.Goods("LAMP-1", title, Money.euro("1249.90")))),
                new EvidenceFile.Parcel("V01PAK", START, Weight.grams(1_100), Weight.grams(1_250), "ab".repeat(32)),
                new EvidenceFile.Promise(
                        Instant.parse("2026-11-19T23:00:00Z"),
                        START.plus(Duration.ofHours(6)),
                        null,
                        null,
                        "LATE_CARRIER"),
                IntStream.rangeClosed(1, scans)
                        .mapToObj(i -> new EvidenceFile.Scan(
                                START.plus(Duration.ofHours(i)),
                                "CODE%03d".formatted(i),
                                "Bearbeitet",
                                "Kassel",
                                i == 2))
                        .toList()));
    }

    private static String text(byte[] bytes) throws IOException {
        try (PDDocument file = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(file);
        }
    }

    @Test
    void saysWhatWasSentWhatItWeighedAndWhatTheCarrierTold() throws IOException {
        assertThat(text(file(SlipLanguage.GERMAN, 3, BUYER, "Stehlampe „Nord“")))
                .contains("Reklamation eines Pakets", "Das Paket ist verloren", "1.249,90 €", "NF-4711")
                .contains("Kessel & Söhne GmbH", "Speicherstr. 12a", "Özge Yıldızhan", "37073 Göttingen")
                .contains("bwq0000001", "LAMP-1", "Stehlampe „Nord“", "1,10 kg", "1,25 kg", "ab".repeat(32))
                .contains("19.11.2026", "zu spät; rechtzeitig übergeben")
                .contains("CODE001", "16.11.2026, 11:00", "Bearbeitet · Kassel")
                .contains("vom Versanddienst zurückgenommen")
                .doesNotContain("Zugestellt");
    }

    @Test
    void knowsNothingOfABuyerWhoIsForgotten() throws IOException {
        assertThat(text(file(SlipLanguage.ENGLISH, 1, null, "Lamp")))
                .contains("The buyer's data were erased")
                .doesNotContain("Yıldızhan", "Göttingen");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 18, 19, 20, 21, 22, 70, 300})
    void holdsEveryScanOnceOverAsManyPagesAsItTakes(int scans) throws IOException {
        String text = text(file(SlipLanguage.GERMAN, scans, BUYER, "Lampe"));
        for (int i = 1; i <= scans; i++) {
            assertThat(text).containsOnlyOnce("CODE%03d".formatted(i));
        }
        assertThat(text.contains("hat keine gemeldet")).isEqualTo(scans == 0);
    }

    @ParameterizedTest
    @EnumSource(SlipLanguage.class)
    void isTheSameEveryTime(SlipLanguage language) {
        assertThat(file(language, 3, BUYER, "Lampe")).isEqualTo(file(language, 3, BUYER, "Lampe"));
    }

    @Test
    void cannotBePushedAsideByWhatSomebodyTyped() throws IOException {
        assertThat(text(file(SlipLanguage.ENGLISH, 2, BUYER, "W".repeat(2_000) + "\u202e<b>${x}\n\f")))
                .contains("CODE001", "CODE002", "1,249.90");
    }
}
