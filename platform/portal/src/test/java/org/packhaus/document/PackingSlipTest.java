package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackingSlipTest {

    static Stream<Paper> papers() {
        return Stream.of(Paper.A4, Paper.A5, Paper.ROLL_103_X_199, Paper.A6);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void saysEverythingThatIsInTheParcel(Paper paper) throws IOException {
        String text = text(PackingSlip.bytes(Slips.plain(), paper, Slips.NOON));

        assertThat(text)
                .contains("Nordlicht Wohnen", "Lieferschein", "bvx5jdtjd3", "21.11.2026")
                .contains("Ümran Şahin-Groß", "c/o Łukasz Wiśniewski", "Große Bäckerstraße 12 b", "20095 Hamburg")
                .contains(
                        "Kaffeebecher „Möwe“",
                        "Farbe: Rot",
                        "KAF-0815-ROT",
                        "DECKE-ÄÖÜ-150",
                        "S0K1L2M3",
                        "4006381333931")
                .contains(
                        "Insgesamt 4 Teile",
                        "Danke für deine Bestellung",
                        "Speicherstadt Handel GmbH · Am Sandtorkai 30")
                .contains("Seite 1 von");
    }

    @Test
    void speaksChinese() throws IOException {
        assertThat(text(PackingSlip.bytes(Slips.chinese(), Paper.A4, Slips.NOON)))
                .contains("装箱单", "王小明", "上海灯笼贸易有限公司", "手工纸灯笼（大号，红色，附挂绳）", "龙井 Longjing", "2026年11月21日", "共 4 件");
    }

    @ParameterizedTest
    @MethodSource("papers")
    void greetsAboveTheGoods(Paper paper) throws IOException {
        String greeting = "Hallo Ümran,\n\n" + "schön, dass du bei uns bestellt hast. ".repeat(8);
        SlipContent slip = Slips.greeting(Slips.of60Lines(), greeting);
        byte[] pdf = PackingSlip.bytes(slip, paper, Slips.NOON);
        String text = text(pdf);

        if (paper.equals(Paper.A4)) {
            assertThat(text.indexOf("schön, dass du")).isPositive().isLessThan(text.indexOf("Artikel Nummer 1 "));
        }
        for (int i = 1; i <= 60; i++) {
            assertThat(text).containsPattern("SKU-" + i + "\\s");
        }
    }

    @Test
    void namesTheCountryAbroad() throws IOException {
        assertThat(text(PackingSlip.bytes(Slips.english(), Paper.A4, Slips.NOON)))
                .contains("Packing slip", "Siobhán O’Neill", "LUXEMBURG", "1 item in total", "Page 1 of 1");
    }

    @Test
    void tellsThePackerOfAnOldAppliance() throws IOException {
        assertThat(text(PackingSlip.bytes(Slips.appliance(), Paper.A4, Slips.NOON)))
                .contains("Altgerätemitnahme", "Die kostenlose Mitnahme eines Altgeräts ist bestellt.");
        assertThat(text(PackingSlip.bytes(Slips.plain(), Paper.A4, Slips.NOON))).doesNotContain("Altger");
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void carriesTheOrderNumberAsABarcodeOnEveryPage(int dpi) throws IOException {
        byte[] pdf = PackingSlip.bytes(Slips.of60Lines(), Paper.A4, Slips.NOON);

        assertThat(BarcodeCheck.read(pdf, dpi).values())
                .hasSizeGreaterThan(1)
                .allSatisfy(values -> assertThat(values).containsExactly("long60long"));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void carriesTheBarcodeOnEveryPaper(Paper paper) throws IOException {
        byte[] pdf = PackingSlip.bytes(Slips.plain(), paper, Slips.NOON);

        assertThat(BarcodeCheck.read(pdf, 203).get(1)).containsExactly("bvx5jdtjd3");
    }

    @ParameterizedTest
    @MethodSource("papers")
    void leavesNoLineOutOfALongOrder(Paper paper) throws IOException {
        byte[] pdf = PackingSlip.bytes(Slips.of60Lines(), paper, Slips.NOON);
        String text = text(pdf);

        for (int i = 1; i <= 60; i++) {
            assertThat(text).containsPattern("SKU-" + i + "\\s");
        }
        assertThat(text).contains("Bestellung long60long, Fortsetzung", "Insgesamt 150 Teile");
        int pages = pages(pdf);
        assertThat(text).contains("Seite 1 von " + pages, "Seite " + pages + " von " + pages);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void survivesHostileTexts(Paper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SlipReport report = PackingSlip.write(Slips.hostile(), paper, Slips.NOON, out);
        String text = text(out.toByteArray());

        assertThat(report.pages()).isLessThan(12);
        assertThat(report.barcode()).isTrue();
        assertThat(text)
                .contains(
                        "evil[2J42",
                        "remmargorP Böse Zeile",
                        "<script>alert(1)</script>",
                        "%s ${jndi:ldap://x} {0} ' \"")
                .doesNotContain("\u202e", "\u0000", "\u001b");
    }

    @Test
    void printsABoxForWhatNoFontHasAndReportsIt() {
        SlipContent slip = Slips.with(
                SlipLanguage.GERMAN, "n1", Slips.plain().deliverTo(), List.of(Slips.line("S", "Tasse 😀 שלום", 1)), "");
        SlipReport report = PackingSlip.write(slip, Paper.A4, Slips.NOON, new ByteArrayOutputStream());

        assertThat(report.missingCharacters()).contains(0x1F600, (int) 'ש').doesNotContain((int) 'T');
        assertThat(PackingSlip.write(Slips.chinese(), Paper.A4, Slips.NOON, new ByteArrayOutputStream())
                        .missingCharacters())
                .isEmpty();
    }

    @Test
    void tellsWhenANumberIsNoBarcode() {
        SlipContent slip = Slips.with(
                SlipLanguage.GERMAN, "Größe-七", Slips.plain().deliverTo(), List.of(Slips.line("S", "T", 1)), "");

        assertThat(PackingSlip.write(slip, Paper.A4, Slips.NOON, new ByteArrayOutputStream())
                        .barcode())
                .isFalse();
    }

    @Test
    void isTheSameFileForTheSameOrder() {
        assertThat(PackingSlip.bytes(Slips.chinese(), Paper.A4, Slips.NOON))
                .isEqualTo(PackingSlip.bytes(Slips.chinese(), Paper.A4, Slips.NOON))
                .isNotEqualTo(PackingSlip.bytes(Slips.chinese(), Paper.A4, Slips.NOON.plusSeconds(1)));
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
