package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverSheetTest {

    static byte[] cover(SlipLanguage language, int missing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CoverSheet.write(
                new CoverSheet.Content(
                        language.text("cover.title", "17"),
                        "PH-B17",
                        language,
                        Slips.NOON,
                        ZoneId.of("Europe/Berlin"),
                        "Jörg Mühlenbäcker",
                        Slips.NOON,
                        List.of("Nordlicht Wohnen", "上海灯笼贸易有限公司"),
                        new CoverSheet.Counts(61, missing, 2, 0),
                        61,
                        64,
                        List.of(
                                new CoverSheet.Carrier("DHL · DHL Paket", 48),
                                new CoverSheet.Carrier("Hermes · Hermes Paket", 16)),
                        IntStream.rangeClosed(1, missing)
                                .mapToObj(i -> new CoverSheet.Missing(
                                        "bvx5jdtj" + i,
                                        "Die Postleitzahl 2009 ist nicht die eines Ortes in Deutschland.",
                                        "Öffne die Bestellung und übernimm den Vorschlag."))
                                .toList()),
                out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void carriesTheBatchAsABarcodeOnEveryPage(int dpi) throws IOException {
        assertThat(BarcodeCheck.read(cover(SlipLanguage.GERMAN, 60), dpi).values())
                .hasSizeGreaterThan(1)
                .allSatisfy(values -> assertThat(values).containsExactly("PH-B17"));
    }

    @Test
    void saysWhatLiesBelowAndWhatDoesNotAndWhy() throws IOException {
        assertThat(PackingSlipTest.text(cover(SlipLanguage.GERMAN, 1)))
                .contains("Stapel 17", "Nordlicht Wohnen, 上海灯笼贸易有限公司", "Jörg Mühlenbäcker")
                .contains("61", "Unter diesem Blatt: 61 Lieferscheine, 64 Label")
                .contains("DHL · DHL Paket", "48", "Hermes · Hermes Paket", "16")
                .contains("bvx5jdtj1", "Die Postleitzahl 2009", "übernimm den Vorschlag");
    }

    @Test
    void leavesNoFailureOut() throws IOException {
        String text = PackingSlipTest.text(cover(SlipLanguage.CHINESE, 60));
        for (int i = 1; i <= 60; i++) {
            assertThat(text).containsPattern("bvx5jdtj" + i + "\\s");
        }
    }

    @Test
    void isAnArchiveCopy() {
        assertThat(ArchiveCheck.faults(cover(SlipLanguage.CHINESE, 60))).isEmpty();
    }
}
