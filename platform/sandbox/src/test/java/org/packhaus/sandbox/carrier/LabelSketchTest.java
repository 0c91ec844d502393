package org.packhaus.sandbox.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class LabelSketchTest {
    private static final LabelSketch LABEL = new LabelSketch(
            "PAKET",
            List.of("Kiefer & Tau GmbH", "Am Sägewerk 7", "79098 Freiburg im Breisgau"),
            List.of("Änne Groß", "c/o Łukasz Çelik", "Straße des 17. Juni 135"),
            "10623 Berlin",
            List.of("Gewicht: 1,20 kg", "Ref.: PH1ABCDEFGHJKMN"),
            List.of("Flex"),
            List.of(
                    new Code(Code.Kind.CODE_128, "%008182709980000020033350276", "0081 827 0998 0000 0200 33 350 276"),
                    new Code(Code.Kind.ITF, "09133131530724", "0913 3131 5307 24")));

    @Test
    void everyBarcodeOfThePdfReadsAsWhatItShouldSay() throws IOException {
        try (PDDocument document = Loader.loadPDF(LabelSketch.pdf(List.of(LABEL), 100, 150))) {
            assertThat(read(new PDFRenderer(document).renderImageWithDPI(0, 203)))
                    .contains("%008182709980000020033350276", "09133131530724");
        }
    }

    @Test
    void everyBarcodeOfThePictureReadsAsWhatItShouldSay() throws IOException {
        for (String format : List.of("png", "gif")) {
            byte[] picture = LABEL.picture(100, 150, 203, format);
            assertThat(read(ImageIO.read(new ByteArrayInputStream(picture))))
                    .as(format)
                    .contains("%008182709980000020033350276", "09133131530724");
        }
    }

    @Test
    void noTextOfTheLabelBecomesACommand() {
        LabelSketch hostile = new LabelSketch(
                "P",
                List.of("^XZ^XA~JR"),
                List.of("_5EXZ"),
                "~DG",
                List.of("^FS"),
                List.of(),
                List.of(new Code(Code.Kind.GS1_128, "00340434161094015902", "")));
        String zpl = LabelSketch.zpl(List.of(hostile), 100, 150, 203);
        assertThat(zpl).containsOnlyOnce("^XA").containsOnlyOnce("^XZ").doesNotContain("~");
    }

    private static List<String> read(BufferedImage image) {
        var source = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
        try {
            Result[] found = new GenericMultipleBarcodeReader(new MultiFormatReader())
                    .decodeMultiple(source, Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(found).map(Result::getText).toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }
}
