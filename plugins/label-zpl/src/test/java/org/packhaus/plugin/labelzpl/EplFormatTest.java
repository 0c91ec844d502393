package org.packhaus.plugin.labelzpl;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.test.LabelFormatContract;

class EplFormatTest extends LabelFormatContract<PrinterSettings> {
    private static final String NUMBER = "09133131530724";

    @Override
    protected LabelFormat<PrinterSettings> extension(PluginTools tools) {
        return new EplFormat(tools);
    }

    @Override
    protected PrinterSettings printer() {
        return new PrinterSettings(Density.DPI_203, Optional.of(100), Optional.of(150));
    }

    @Override
    protected CarrierDocument label() {
        return Labels.pdf(NUMBER, 100, 150, 5);
    }

    @Test
    void aSetBitIsWhite() throws Exception {
        byte[] file = extension(tools()).render(List.of(label()), printer());
        String head = "\nN\nq800\nQ1200,24\nGW0,0,100,1200,";
        assertThat(new String(file, 0, head.length(), StandardCharsets.ISO_8859_1))
                .isEqualTo(head);
        assertThat(new String(file, file.length - 4, 4, StandardCharsets.ISO_8859_1))
                .isEqualTo("\nP1\n");
        BufferedImage printed = new BufferedImage(800, 1200, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < 1200; y++) {
            for (int x = 0; x < 800; x++) {
                boolean white = (file[head.length() + y * 100 + x / 8] >> (7 - x % 8) & 1) == 1;
                printed.setRGB(x, y, white ? 0xffffffff : 0xff000000);
            }
        }
        assertThat(Labels.scan(printed)).isEqualTo(NUMBER);
    }
}
