package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogoTest {

    @Test
    void takesPngAndJpegAndKeepsThemAsPngOnWhite() throws IOException {
        byte[] clear = ArchiveTest.picture("png", BufferedImage.TYPE_INT_ARGB);
        byte[] photo = ArchiveTest.picture("jpg", BufferedImage.TYPE_INT_RGB);

        for (byte[] upload : new byte[][] {clear, photo}) {
            BufferedImage logo = ImageIO.read(new ByteArrayInputStream(Logo.of(upload)));
            assertThat(logo.getColorModel().hasAlpha()).isFalse();
            assertThat(logo.getWidth()).isEqualTo(300);
        }
    }

    @Test
    void makesALargeOneAsSmallAsPaperShows() throws IOException {
        BufferedImage large = new BufferedImage(4000, 1000, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(large, "png", out);

        BufferedImage logo = ImageIO.read(new ByteArrayInputStream(Logo.of(out.toByteArray())));

        assertThat(logo.getWidth()).isEqualTo(1000);
        assertThat(logo.getHeight()).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "\u0089PNG\r\n\u001a\nbroken"})
    void refusesWhatIsNoPicture(String content) {
        assertThatThrownBy(() -> Logo.of(content.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(PaperException.class)
                .extracting(e -> ((PaperException) e).code())
                .isEqualTo("logo-unreadable");
    }

    @Test
    void refusesALargeFile() {
        assertThatThrownBy(() -> Logo.of(new byte[Logo.MOST_BYTES + 1]))
                .isInstanceOf(PaperException.class)
                .hasMessageContaining("2000 kB");
    }

    /** A few bytes that say they are 100,000 pixels wide and high would fill the memory. */
    @Test
    void refusesABombBeforeItIsUnpacked() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        fields.writeInt(100_000);
        fields.writeInt(100_000);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.toByteArray());
        out.writeInt(13);
        out.write(header.toByteArray());
        out.writeInt((int) crc.getValue());

        assertThatThrownBy(() -> Logo.of(png.toByteArray())).isInstanceOf(PaperException.class);
    }
}
