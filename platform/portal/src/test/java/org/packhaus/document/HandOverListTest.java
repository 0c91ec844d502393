package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SenderAddress;

/** What the driver signs: every parcel once, the sums right, and room for the signature on the last page. */
class HandOverListTest {
    private static final SenderAddress SENDER = new SenderAddress(
            "Kessel & Söhne GmbH", "Tor 3", "Speicherstr.", "12a", null, "20457", "Hamburg", "DE", null, null);

    private static byte[] list(SlipLanguage language, int parcels) {
        return HandOverList.bytes(new HandOverList.Content(
                language,
                "Kessel",
                SENDER,
                "GLS Hamburg",
                Instant.parse("2026-11-24T14:15:00Z"),
                ZoneId.of("Europe/Berlin"),
                51,
                IntStream.rangeClosed(1, parcels)
                        .mapToObj(i -> new HandOverList.Parcel(
                                "5018000%05d".formatted(i),
                                "bwq%07d".formatted(i),
                                Weight.grams(1_250),
                                i % 9 == 0 ? "1010" : "20457",
                                i % 9 == 0 ? "AT" : "DE"))
                        .toList()));
    }

    private static String text(PDDocument file, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 26, 27, 28, 33, 34, 35, 36, 37, 43, 70, 80, 81, 500})
    void namesEveryParcelOnceAndEndsWithTheSignatures(int parcels) throws IOException {
        try (PDDocument file = Loader.loadPDF(list(SlipLanguage.GERMAN, parcels))) {
            StringBuilder all = new StringBuilder();
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                String text = text(file, page);
                all.append(text);
                assertThat(text.contains("Fahrer: Name")).isEqualTo(page == file.getNumberOfPages());
                assertThat(text).contains("Seite " + page + " von " + file.getNumberOfPages());
            }
            for (int i = 1; i <= parcels; i++) {
                assertThat(all.toString()).containsOnlyOnce("5018000%05d".formatted(i));
            }
            assertThat(all).contains("Übergeben: " + parcels + " Pakete");
        }
    }

    @Test
    void saysWhoseParcelsTheyAreAndAddsUp() throws IOException {
        try (PDDocument file = Loader.loadPDF(list(SlipLanguage.GERMAN, 27))) {
            assertThat(text(file, 1))
                    .contains(
                            "Übergabeliste", "GLS Hamburg", "Kessel & Söhne GmbH", "Speicherstr. 12a", "20457 Hamburg")
                    .contains("24.11.2026, 15:15", "33,75", "Abschluss 51", "1,25", "AT");
        }
    }

    @ParameterizedTest
    @EnumSource(SlipLanguage.class)
    void isWrittenInTheSellersLanguageAndTheSameEveryTime(SlipLanguage language) {
        assertThat(list(language, 3)).isEqualTo(list(language, 3));
    }

    @Test
    void cannotBePushedAsideByWhatSomebodyTyped() throws IOException {
        byte[] bytes = HandOverList.bytes(new HandOverList.Content(
                SlipLanguage.ENGLISH,
                "W".repeat(300),
                SENDER,
                "X".repeat(300),
                Instant.EPOCH,
                ZoneId.of("UTC"),
                1,
                List.of(new HandOverList.Parcel(
                        "9".repeat(60), "O".repeat(80), Weight.grams(1), "P".repeat(40), "DE"))));
        try (PDDocument file = Loader.loadPDF(bytes)) {
            assertThat(text(file, 1)).contains("9…", "O…", "P…", "Driver: name");
        }
    }
}
