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

/** For Zebra printers and all that speak their language: the carrier's own ZPL where there is some, else its PDF or picture in dots. */
@Extension
public final class ZplFormat implements LabelFormat<PrinterSettings> {
    private static final LabelFormatProfile PROFILE = new LabelFormatProfile(
            "zpl", "ZPL II", Set.of(DocumentType.ZPL, DocumentType.PDF, DocumentType.PNG), DocumentType.ZPL);

    public ZplFormat(PluginTools tools) {}

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
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (int place = 0; place < pages.size(); place++) {
            CarrierDocument page = pages.get(place);
            switch (page.type()) {
                case ZPL -> labels.writeBytes(Zpl.checked(page.content(), settings, place));
                case PDF, PNG ->
                    rasteriser
                            .dots(page, place)
                            .forEach(dots -> labels.writeBytes(Zpl.graphic(dots).getBytes(StandardCharsets.US_ASCII)));
                case EPL -> throw Rasteriser.refused("label-unreadable", "it is EPL", place);
            }
        }
        return labels.toByteArray();
    }
}
