package org.packhaus.plugin.labelzpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.LabelFormatContract;

class ZplFormatTest extends LabelFormatContract<PrinterSettings> {
    private static final String NUMBER = "00340434161094015902";

    @Override
    protected LabelFormat<PrinterSettings> extension(PluginTools tools) {
        return new ZplFormat(tools);
    }

    @Override
    protected PrinterSettings printer() {
        return printer(Density.DPI_203, 100, 150);
    }

    @Override
    protected CarrierDocument label() {
        return Labels.pdf(NUMBER, 100, 150, 5);
    }

    private static PrinterSettings printer(Density density, int width, int height) {
        return new PrinterSettings(density, Optional.of(width), Optional.of(height));
    }

    private static String zpl(PrinterSettings printer, CarrierDocument... labels) throws Rejected {
        return new String(new ZplFormat(new FakeTools()).render(List.of(labels), printer), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void barsKeepTheirSizeAndAreReadOnEveryHead(Density density) throws Exception {
        String zpl = zpl(printer(density, 100, 150), label());
        assertThat(zpl)
                .matches(
                        "(?s)\\^XA\\^PON\\^PMN\\^LRN\\^LH0,0\\^FWN\\^PW\\d+\\^LL\\d+\\^FO0,0\\^GFA,[^^~]*\\^FS\\^PQ1\\^XZ\n")
                .contains("^PW" + density.dots(100) + "^LL" + density.dots(150))
                .endsWith("^XZ\n");
        BufferedImage printed = GraphicField.pictures(zpl).getFirst();
        assertThat(Labels.scan(printed)).isEqualTo(NUMBER);
        int first = blackInRow(printed, density.dots(10), 0);
        assertThat(first).as("the left margin, in dots").isBetween(density.dots(5) - 1, density.dots(5) + 1);
    }

    private static int blackInRow(BufferedImage picture, int row, int from) {
        int x = from;
        while ((picture.getRGB(x, row) & 0xff) != 0) {
            x++;
        }
        return x;
    }

    @Test
    void turnsALabelThatOnlyFitsSoAndCutsOffWhiteOnlyWhenItMust() throws Exception {
        assertThat(zpl(printer(Density.DPI_203, 150, 100), label())).contains("^PW1200^LL800");
        CarrierDocument inAnA4 = Labels.pdf(NUMBER, 210, 297, 12);
        BufferedImage cut = GraphicField.pictures(zpl(printer(Density.DPI_203, 100, 150), inAnA4))
                .getFirst();
        assertThat(cut.getWidth()).isEqualTo(800);
        assertThat(Labels.scan(cut)).isEqualTo(NUMBER);
    }

    @Test
    void neverMakesALabelSmaller() {
        assertThatThrownBy(() -> zpl(printer(Density.DPI_203, 50, 20), label()))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("label-larger-than-paper"));
    }

    @Test
    void carriersOwnZplGoesThroughWithNothingAroundIt() throws Exception {
        String own = "^XA^CI28^FO50,50^BY3^BCN,200,N,N,N^FD>;" + NUMBER + "^FS^XZ";
        assertThat(zpl(printer(), zplLabel("rubbish ~JR" + own + "between" + own)))
                .isEqualTo((own + "\n" + own + "\n").replace("^XA", "^XA^PON^PMN^LRN^LH0,0^FWN"));
    }

    @Test
    void aCarriersOwnBytesAndPicturesStay() throws Exception {
        byte[] picture = "~DGR:LOGO.GRF,2,1,FF00\n^XA^FO1,1^XGR:LOGO.GRF,1,1^FS^CI27^FO1,9^FDGr\u00fc\u00dfe^FS^xz"
                .getBytes(StandardCharsets.ISO_8859_1);
        CarrierDocument label = new CarrierDocument(CarrierDocument.Kind.LABEL, DocumentType.ZPL, picture);
        byte[] printed = new ZplFormat(new FakeTools()).render(List.of(label), printer());
        assertThat(new String(printed, StandardCharsets.ISO_8859_1))
                .startsWith("~DGR:LOGO.GRF,2,1,FF00\n^XA")
                .contains("^FDGr\u00fc\u00dfe^FS");
    }

    @ParameterizedTest
    @CsvSource({"824,DPI_300", "824,DPI_600", "1236,DPI_203", "2472,DPI_203", "2472,DPI_300", "1236,DPI_600"})
    void refusesDotsOfAnotherPrintHead(int width, Density density) {
        assertThatThrownBy(() -> zpl(printer(density, 100, 150), zplLabel("^XA^PW" + width + "^FO1,1^FDx^FS^XZ")))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("label-other-density"));
    }

    @ParameterizedTest
    @CsvSource({"824,DPI_203", "1236,DPI_300", "2472,DPI_600"})
    void takesDotsOfItsOwn(int width, Density density) throws Exception {
        assertThat(zpl(printer(density, 100, 150), zplLabel("^XA^PW" + width + "^FO1,1^FDx^FS^XZ")))
                .contains("^PW" + width);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~JR",
                "~JA",
                "^JUS",
                "^NPX",
                "~DNR:X",
                "^IDR:*.*",
                "^PQ5",
                "^SZ2",
                "~HS",
                "^DFE:X",
                "^ju f",
                "^CC#",
                "^J\n US",
                "^\u0000JUS",
                "^ZZ1"
            })
    void refusesWhatDoesNotBelongIntoALabel(String command) {
        assertThatThrownBy(() -> zpl(printer(), zplLabel("^XA^FO1,1^FDx^FS" + command + "^XZ")))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("label-not-trusted"));
    }

    @Test
    void anyPatternOfDotsComesOutAgain() {
        Random random = new Random(20261123);
        for (int round = 0; round < 300; round++) {
            Dots dots = new Dots(1 + random.nextInt(900), 1 + random.nextInt(12));
            int density = 1 + random.nextInt(60);
            for (int y = 0; y < dots.height(); y++) {
                boolean black = random.nextBoolean();
                for (int x = 0; x < dots.width(); x++) {
                    black = random.nextInt(density) == 0 ? !black : black;
                    if (black) {
                        dots.set(x, y);
                    }
                }
            }
            BufferedImage back = GraphicField.pictures(Zpl.graphic(dots)).getFirst();
            for (int y = 0; y < dots.height(); y++) {
                for (int x = 0; x < dots.width(); x++) {
                    assertThat((back.getRGB(x, y) & 0xff) == 0).isEqualTo(dots.isBlack(x, y));
                }
            }
        }
    }

    /** Even a carrier that writes addresses as they come cannot make a printer do more than print labels. */
    @Test
    void tenThousandHostileAddressesGiveNoOrder() {
        Random random = new Random(20261126);
        List<String> pieces = List.of(
                "^",
                "~",
                "^XA",
                "^XZ",
                "^FS",
                "_5E",
                "_7EJA",
                "~JA",
                "~DG",
                "^JUS",
                "^IDR:*.*",
                "^PQ9",
                "^CC#",
                "^CT!",
                "^DFE:X",
                "^SZ2",
                "^HH",
                "^NPX",
                "^MFN",
                "^ju",
                "^\u0001J\u0002U",
                "\u0000",
                "\n",
                "\t",
                "王伟",
                "😀",
                "שלום",
                "Änne Groß",
                ",",
                "1",
                " ",
                "X");
        Pattern order = Pattern.compile(
                "(?i)~[\\x00-\\x20]*(?!D[GY])[A-Z@]|\\^[\\x00-\\x20]*(J|I[DS]|PQ\\s*[2-9]|C[CDTPM]|DF|S[ZSX]|H[HTVWYZ]|N|M[FIPW]|W|K|T)");
        int printed = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                String out = zpl(printer(), zplLabel("^XA^CI28^FO9,9^A0N,30,30^FD" + text + "^FS^XZ"));
                printed++;
                assertThat(order.matcher(out).find())
                        .as("%s became %s", text, out)
                        .isFalse();
            } catch (Rejected refused) {
                assertThat(refused.code()).isEqualTo("label-not-trusted");
            }
        }
        assertThat(printed).as("harmless ones").isGreaterThan(500);
    }

    private static CarrierDocument zplLabel(String zpl) {
        return new CarrierDocument(CarrierDocument.Kind.LABEL, DocumentType.ZPL, zpl.getBytes(StandardCharsets.UTF_8));
    }
}
