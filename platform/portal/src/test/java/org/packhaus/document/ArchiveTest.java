package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArchiveTest {

    static Stream<SlipContent> slips() {
        return Stream.of(
                Slips.plain(), Slips.appliance(), Slips.chinese(), Slips.english(), Slips.of60Lines(), Slips.hostile());
    }

    @ParameterizedTest
    @MethodSource("slips")
    void everySlipIsAnArchiveCopy(SlipContent slip) {
        assertThat(ArchiveCheck.faults(PackingSlip.bytes(slip, Paper.A4, Slips.NOON)))
                .isEmpty();
    }

    @Test
    void soIsOneWithALogo() {
        SlipContent slip = Slips.withLogo(Slips.plain(), Logo.of(picture("png", BufferedImage.TYPE_INT_ARGB)));

        assertThat(ArchiveCheck.faults(PackingSlip.bytes(slip, Paper.A4, Slips.NOON)))
                .isEmpty();
    }

    /** The proof that the tests above can fail. */
    @Test
    void theCheckNoticesAFileThatIsNone() {
        assertThat(ArchiveCheck.faults(LabelPagesTest.label(100, 150, 0))).isNotEmpty();
    }

    @Test
    void theCopyThatIsKeptEnclosesItsData() throws IOException {
        byte[] file = archive();

        assertThat(ArchiveCheck.faults(file)).isEmpty();
        try (PDDocument document = Loader.loadPDF(file)) {
            var names = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            byte[] json = Objects.requireNonNull(names.getNames().get("orders.json"))
                    .getEmbeddedFile()
                    .toByteArray();
            JsonNode orders = JsonMapper.builder().build().readTree(json);
            assertThat(orders.size()).isEqualTo(2);
            assertThat(orders.get(0).path("orderNumber").asString()).isEqualTo("bvx5jdtjd3");
            assertThat(orders.get(0).path("deliverTo").path("person").asString())
                    .isEqualTo("Ümran Şahin-Groß");
            assertThat(orders.get(1).path("lines").get(0).path("title").asString())
                    .isEqualTo("手工纸灯笼（大号，红色，附挂绳）");
        }
    }

    @Test
    void theSameAtTheSameInstantIsTheSameBytes() {
        assertThat(archive()).isEqualTo(archive());
    }

    private static byte[] archive() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.write(
                List.of(job("1", Slips.plain()), job("2", Slips.chinese())),
                new PrintFile.Setup(PrintFile.Contents.SLIPS, "Archive", Paper.A4, Optional.empty(), Slips.NOON, true),
                out);
        return out.toByteArray();
    }

    private static PrintJob job(String key, SlipContent slip) {
        return new PrintJob(key, slip.orderNumber(), Optional.of(slip), List.of());
    }

    @Test
    void aLogoIsInAFileOnceHoweverManySlipsShowIt() {
        byte[] logo = Logo.of(picture("png", BufferedImage.TYPE_INT_RGB));
        int one = slipsWith(logo, 1).length;
        int forty = slipsWith(logo.clone(), 40).length;

        assertThat(forty - one).isLessThan(40 * logo.length);
    }

    private static byte[] slipsWith(byte[] logo, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.write(
                Stream.iterate(1, i -> i + 1)
                        .limit(count)
                        .map(i -> job(i.toString(), Slips.withLogo(Slips.english(), logo.clone())))
                        .toList(),
                new PrintFile.Setup(PrintFile.Contents.SLIPS, "Logos", Paper.A4, Optional.empty(), Slips.NOON),
                out);
        return out.toByteArray();
    }

    @Test
    void theColourProfileIsOneThatJavaReadsAsSrgb() {
        ICC_Profile profile = ICC_Profile.getInstance(SrgbProfile.bytes());
        float[] ours = new java.awt.color.ICC_ColorSpace(profile).toRGB(new float[] {0.8f, 0.4f, 0.2f});

        assertThat(ours[0]).isCloseTo(0.8f, org.assertj.core.data.Offset.offset(0.02f));
        assertThat(ours[1]).isCloseTo(0.4f, org.assertj.core.data.Offset.offset(0.02f));
        assertThat(ours[2]).isCloseTo(0.2f, org.assertj.core.data.Offset.offset(0.02f));
    }

    /** Noise, so that it does not shrink to nothing. */
    static byte[] picture(String format, int type) {
        BufferedImage image = new BufferedImage(300, 120, type);
        Graphics2D graphics = image.createGraphics();
        java.util.Random random = new java.util.Random(7);
        for (int x = 0; x < 300; x += 3) {
            for (int y = 0; y < 120; y += 3) {
                graphics.setColor(new Color(random.nextInt(0xFFFFFF)));
                graphics.fillRect(x, y, 3, 3);
            }
        }
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
