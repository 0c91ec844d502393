package org.packhaus.plugin.labelzpl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.LabelFormatProfile;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.pf4j.Extension;

/** One picture with the labels below each other, in the printer's dots, with its density written into it. */
@Extension
public final class PngFormat implements LabelFormat<PrinterSettings> {
    private static final LabelFormatProfile PROFILE =
            new LabelFormatProfile("png", "PNG", Set.of(DocumentType.PDF, DocumentType.PNG), DocumentType.PNG);
    /** Pictures far higher than this are opened by hardly any program. */
    private static final int MOST_ROWS = 60_000;

    public PngFormat(PluginTools tools) {}

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
        List<Dots> labels = new ArrayList<>();
        int rows = 0;
        for (int place = 0; place < pages.size(); place++) {
            for (Dots dots : rasteriser.dots(pages.get(place), place)) {
                rows += dots.height();
                if (rows > MOST_ROWS) {
                    throw Rasteriser.refused(
                            "picture-too-high",
                            "one picture holds no more labels than that; print fewer at once",
                            place);
                }
                labels.add(dots);
            }
        }
        return png(below(labels), settings.density());
    }

    private static Dots below(List<Dots> labels) {
        int width = labels.stream().mapToInt(Dots::width).max().orElse(1);
        int height = Math.max(1, labels.stream().mapToInt(Dots::height).sum());
        Dots all = new Dots(width, height);
        int top = 0;
        for (Dots label : labels) {
            for (int y = 0; y < label.height(); y++) {
                for (int x = 0; x < label.width(); x++) {
                    if (label.isBlack(x, y)) {
                        all.set(x, top + y);
                    }
                }
            }
            top += label.height();
        }
        return all;
    }

    private static byte[] png(Dots dots, Density density) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try {
            var picture = dots.picture();
            var parameters = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
            metadata.mergeTree(metadata.getNativeMetadataFormatName(), size(density));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ImageOutputStream target = ImageIO.createImageOutputStream(out)) {
                writer.setOutput(target);
                writer.write(null, new IIOImage(picture, null, metadata), parameters);
            }
            return out.toByteArray();
        } catch (IIOInvalidTreeException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    private static IIOMetadataNode size(Density density) {
        IIOMetadataNode dots = new IIOMetadataNode("pHYs");
        dots.setAttribute("pixelsPerUnitXAxis", Integer.toString(density.dots(1000)));
        dots.setAttribute("pixelsPerUnitYAxis", Integer.toString(density.dots(1000)));
        dots.setAttribute("unitSpecifier", "meter");
        IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
        root.appendChild(dots);
        return root;
    }
}
