package org.packhaus.plugin.labelzpl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.LabelFormatProfile;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.pf4j.Extension;

/** For older Zebra and Eltron printers. In its graphics a set bit is white. */
@Extension
public final class EplFormat implements LabelFormat<PrinterSettings> {
    private static final LabelFormatProfile PROFILE =
            new LabelFormatProfile("epl", "EPL2", Set.of(DocumentType.PDF, DocumentType.PNG), DocumentType.EPL);

    public EplFormat(PluginTools tools) {}

    @Override
    public LabelFormatProfile profile() {
        return PROFILE;
    }

    @Override
    public Class<PrinterSettings> settingsType() {
        return PrinterSettings.class;
    }

    @Override
    public byte[] render(List<CarrierDocument> pages, PrinterSettings settings) throws Rejected {
        Rasteriser rasteriser = new Rasteriser(settings);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int place = 0; place < pages.size(); place++) {
            for (Dots dots : rasteriser.dots(pages.get(place), place)) {
                write(dots, out);
            }
        }
        return out.toByteArray();
    }

    private static void write(Dots dots, ByteArrayOutputStream out) {
        text(out, "\nN\nq" + dots.width() + "\nQ" + dots.height() + ",24\n");
        text(out, "GW0,0," + dots.bytesPerRow() + "," + dots.height() + ",");
        for (int row = 0; row < dots.height(); row++) {
            for (int column = 0; column < dots.bytesPerRow(); column++) {
                out.write(~dots.at(row, column));
            }
        }
        text(out, "\nP1\n");
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
