package org.packhaus.plugin.labelzpl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.test.LabelFormatContract;

class PngFormatTest extends LabelFormatContract<PrinterSettings> {
    private static final String NUMBER = "366310000017";

    @Override
    protected LabelFormat<PrinterSettings> extension(PluginTools tools) {
        return new PngFormat(tools);
    }

    @Override
    protected PrinterSettings printer() {
        return new PrinterSettings(Density.DPI_300, Optional.of(100), Optional.of(150));
    }

    @Override
    protected CarrierDocument label() {
        return Labels.pdf(NUMBER, 100, 150, 5);
    }

    @Test
    void saysHowLargeADotIs() throws Exception {
        byte[] png = extension(tools()).render(List.of(label()), printer());
        int at = new String(png, StandardCharsets.ISO_8859_1).indexOf("pHYs");
        assertThat(ByteBuffer.wrap(png).getInt(at + 4)).as("dots to the metre").isBetween(11_990, 12_010);
        assertThat(Labels.scan(ImageIO.read(new ByteArrayInputStream(png)))).isEqualTo(NUMBER);
    }

    @Test
    void aPictureIsTakenDotByDot() throws Exception {
        byte[] once = extension(tools()).render(List.of(label()), printer());
        CarrierDocument picture = new CarrierDocument(CarrierDocument.Kind.LABEL, DocumentType.PNG, once);
        assertThat(extension(tools()).render(List.of(picture), printer())).isEqualTo(once);
    }
}
