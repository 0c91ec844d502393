package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickListTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    static PickRow row(String place, String sku, String title, String ean, int count, String... orders) {
        return new PickRow(place, sku, title, "Farbe: Grün", ean, count, List.of(orders), "", Optional.empty());
    }

    static byte[] list(SlipLanguage language, List<PickRow> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PickList.write(new PickList.Content("Stapel 17", language, Slips.NOON, BERLIN, 5, rows), out);
        return out.toByteArray();
    }

    /** Sixty goods with EANs that check, every fifth wanted by many orders. */
    static List<PickRow> sixty() {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(i -> row(
                        "A-%d-%d".formatted(i / 6 + 1, i % 6 + 1),
                        "SKU-" + i,
                        "Artikel Nummer %d, Größe XL%s"
                                .formatted(i, i % 4 == 0 ? ", handgefertigt aus gebürsteter Eiche mit Öl" : ""),
                        ean(400638130000L + i),
                        1 + i % 5 * 7,
                        i % 5 == 0
                                ? IntStream.rangeClosed(1, 40)
                                        .mapToObj(n -> "bvx5jd" + n + " ×2")
                                        .toArray(String[]::new)
                                : new String[] {"bvx5jdtjd" + i}))
                .toList();
    }

    private static String ean(long twelve) {
        return twelve + "" + com.itextpdf.barcodes.BarcodeEAN.calculateEANParity(Long.toString(twelve));
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void everyEanIsReadByAScanner(int dpi) throws IOException {
        List<PickRow> rows = sixty();
        SortedSet<String> read = new TreeSet<>();
        BarcodeCheck.read(list(SlipLanguage.GERMAN, rows), dpi).values().forEach(read::addAll);

        assertThat(read).containsAll(rows.stream().map(PickRow::ean).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void goodsWithoutAnEanCarryTheirSku(int dpi) throws IOException {
        byte[] pdf = list(
                SlipLanguage.ENGLISH,
                List.of(
                        row("A1", "KAF-0815", "Cup", "", 1, "n1"),
                        row("A2", "EIGHT", "Eight digits", "96385074", 1, "n1"),
                        row("A3", "UPC", "Twelve digits", "036000291452", 1, "n1"),
                        row("A4", "WRONG", "Checks wrongly", "4006381333930", 1, "n1")));

        assertThat(BarcodeCheck.read(pdf, dpi).get(1))
                .contains("KAF-0815", "96385074", "0036000291452", "4006381333930");
    }

    @Test
    void saysWhereWhatHowManyAndForWhom() throws IOException {
        String text = PackingSlipTest.text(list(
                SlipLanguage.GERMAN,
                List.of(
                        row("A-03-2", "DECKE-ÄÖÜ", "Wolldecke Nordwind", "4006381333931", 12, "n1 ×11", "n2"),
                        row("", "LAMP-红", "手工纸灯笼（大号，红色）", "", 1, "n3"))));

        assertThat(text)
                .contains("Pickliste", "Stapel 17", "13 Teile, 2 Griffe, 5 Bestellungen")
                .contains("A-03-2", "DECKE-ÄÖÜ", "Wolldecke Nordwind", "12", "n1 ×11", "Farbe: Grün")
                .contains("Kein Lagerplatz bekannt", "手工纸灯笼（大号，红色）", "LAM");
    }

    @Test
    void leavesNoRowOutOfALongList() throws IOException {
        byte[] pdf = list(SlipLanguage.ENGLISH, sixty());
        String text = PackingSlipTest.text(pdf);

        for (int i = 1; i <= 60; i++) {
            assertThat(text).containsPattern("SKU-" + i + "\\s");
        }
        int pages = PackingSlipTest.pages(pdf);
        assertThat(pages).isGreaterThan(4);
        assertThat(text).contains("Page 1 of " + pages, "Page " + pages + " of " + pages);
    }

    @Test
    void isAnArchiveCopyAndTheSameBytesEveryTime() {
        byte[] picture = Logo.redrawn(ArchiveTest.picture("jpg", BufferedImage.TYPE_INT_RGB), 240, 240)
                .orElseThrow();
        List<PickRow> rows = new ArrayList<>(sixty());
        rows.add(new PickRow(
                "Z\u202e9",
                "evil\u0000",
                "<b>%s {0}</b> \ud83d\ude00",
                "",
                "\u001b",
                2,
                List.of("x"),
                "S",
                Optional.of(picture)));

        assertThat(ArchiveCheck.faults(list(SlipLanguage.GERMAN, rows))).isEmpty();
        assertThat(list(SlipLanguage.GERMAN, rows)).isEqualTo(list(SlipLanguage.GERMAN, rows));
    }

    @Test
    void anEmptyListSaysSo() throws IOException {
        assertThat(PackingSlipTest.text(list(SlipLanguage.ENGLISH, List.of()))).contains("Nothing to pick");
    }

    @Test
    void theWayGoesFromA2ToA10AndEndsWhereNobodyKnows() {
        List<PickRow> rows = Stream.of("A10", "", "a2", "B1", "A2-10", "A2-9", "10", "9")
                .map(place -> row(place, "SKU", "T", "", 1))
                .sorted(PickLists.WAY)
                .toList();

        assertThat(rows).extracting(PickRow::place).containsExactly("9", "10", "a2", "A2-9", "A2-10", "A10", "B1", "");
    }
}
