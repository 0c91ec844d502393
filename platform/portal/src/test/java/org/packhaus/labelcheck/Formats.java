package org.packhaus.labelcheck;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.packhaus.document.DocumentService;
import org.packhaus.plugin.PluginHost;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerScope;
import org.springframework.context.ApplicationContext;

/** Has each label made in each format and reads what comes out. */
final class Formats implements AutoCloseable {
    private static final double MM_PER_POINT = 25.4 / 72;
    private static final int SOME = 10;

    private final PluginHost plugins;
    private final DocumentService documents;
    private final SellerDirectory sellers;
    private final Path pictures;
    private final Optional<ZplRenderer> renderer;
    private final List<String> leftOut = new ArrayList<>();
    private final boolean poppler;
    private final SecondOpinion zbar;
    private final Tally tally = new Tally();
    private final boolean everyFine;
    private final Map<String, Integer> fine = new HashMap<>();

    Formats(ApplicationContext portal, Path out, Optional<Path> modules, boolean everyFine) throws IOException {
        this.everyFine = everyFine;
        plugins = portal.getBean(PluginHost.class);
        documents = portal.getBean(DocumentService.class);
        sellers = portal.getBean(SellerDirectory.class);
        pictures = Files.createDirectories(out.resolve("pictures"));
        Path script = Path.of("platform/portal/src/launcher/render-zpl.cjs");
        renderer = modules.isPresent() ? Optional.of(new ZplRenderer(script, modules.get())) : Optional.empty();
        if (renderer.isEmpty()) {
            leftOut.add(
                    "Left out: ZPL, because Node or the package zpl-renderer-js is missing. Nothing is said about ZPL.");
        }
        poppler = Programs.has("pdftoppm");
        if (!poppler) {
            leftOut.add("Left out: PDF by a second rasteriser. To have it: apt-get install poppler-utils");
        }
        zbar = new SecondOpinion();
        if (!zbar.isThere()) {
            leftOut.add("Left out: a second reader. To have it: apt-get install zbar-tools");
        }
    }

    List<String> leftOut() {
        return leftOut;
    }

    Tally check(List<StoredLabel> labels) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = new ArrayList<>();
            for (StoredLabel label : labels) {
                all.add(threads.submit(() -> check(label)));
            }
            int done = 0;
            for (Future<?> one : all) {
                one.get();
                if (++done % 100 == 0) {
                    LabelCheck.say("  %d of %d labels read in all formats", done, all.size());
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        zbar.check(tally);
        return tally;
    }

    private void check(StoredLabel label) {
        switch (label.type()) {
            case PDF -> pdf(label);
            case ZPL -> zpl("ZPL 203, the carrier's own", label, 8, 110, 210);
            case PNG, EPL -> tally.failed(label.type().name(), label, "nobody asked for this type");
        }
    }

    private void pdf(StoredLabel label) {
        read("PDF at 203 dpi", label, 8, () -> {
            byte[] pdf = SellerScope.get(sellers.all(), () -> stored(label.id()));
            BufferedImage picture = rasterised(pdf, 203.2f);
            zbar.add("PDF at 203 dpi", label, save("pdf", label, picture));
            return picture;
        });
        if (poppler) {
            read("PDF at 203 dpi, by Poppler", label, 8, () -> poppler(label));
        }
        double[] size = size(label);
        boolean isFine = fine(label);
        for (int dots : isFine ? new int[] {8, 12, 24} : new int[] {8}) {
            zpl("ZPL %d, in dots".formatted(dots == 8 ? 203 : dots == 12 ? 300 : 600), label, dots, size[0], size[1]);
        }
        for (int dots : isFine ? new int[] {8, 12} : new int[] {8}) {
            read(
                    "PNG " + (dots == 8 ? 203 : 300),
                    label,
                    dots,
                    () -> ImageIO.read(new ByteArrayInputStream(rendered("png", dots, label))));
        }
        read("EPL2 203", label, 8, () -> EplPicture.of(rendered("epl", 8, label)));
    }

    /** Finer heads draw the same bars with more dots: a few labels of each carrier are enough, unless somebody wants them all. */
    private synchronized boolean fine(StoredLabel label) {
        return everyFine || fine.merge(label.carrier() + label.kind(), 1, Integer::sum) <= SOME;
    }

    private byte[] stored(long id) {
        try {
            return documents.stored(id).orElseThrow().content();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void zpl(String format, StoredLabel label, int dots, double width, double height) {
        if (renderer.isPresent()) {
            read(format, label, dots, () -> {
                byte[] zpl = rendered("zpl", dots, label);
                BufferedImage picture = renderer.get().draw(zpl, width, height, dots);
                if (dots == 8) {
                    zbar.add(format, label, save("zpl-" + label.type().extension(), label, picture));
                }
                return picture;
            });
        }
    }

    private byte[] rendered(String format, int dots, StoredLabel label) throws Exception {
        String density = "DPI_" + (dots == 8 ? 203 : dots == 12 ? 300 : 600);
        return plugins.render(format, Map.of("density", density), List.of(label.document()));
    }

    private void read(String format, StoredLabel label, int dots, Callable<BufferedImage> picture) {
        try {
            tally.add(format, label, Scanner.read(picture.call(), dots, CarrierCodes.hasMatrix(label)));
        } catch (Exception e) {
            tally.failed(format, label, String.valueOf(e.getMessage()));
        }
    }

    private Path save(String format, StoredLabel label, BufferedImage picture) throws IOException {
        Path file = Files.createDirectories(pictures.resolve(format))
                .resolve("%s-%d-%s.png"
                        .formatted(
                                label.carrier().toLowerCase(java.util.Locale.ROOT),
                                label.id(),
                                label.kind().name().toLowerCase(java.util.Locale.ROOT)));
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }

    static BufferedImage rasterised(byte[] pdf, float dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
        }
    }

    private BufferedImage poppler(StoredLabel label) throws IOException {
        File pdf = File.createTempFile("label-", ".pdf");
        Path png = Path.of(pdf.getPath().replace(".pdf", ".png"));
        try {
            Files.write(pdf.toPath(), label.content());
            Programs.run(
                    "pdftoppm",
                    "-r",
                    "203",
                    "-gray",
                    "-png",
                    "-singlefile",
                    pdf.getPath(),
                    pdf.getPath().replace(".pdf", ""));
            return ImageIO.read(png.toFile());
        } finally {
            Files.deleteIfExists(pdf.toPath());
            Files.deleteIfExists(png);
        }
    }

    private static double[] size(StoredLabel label) {
        if (label.type() != DocumentType.PDF) {
            return new double[] {110, 210};
        }
        try (PDDocument document = Loader.loadPDF(label.content())) {
            var box = document.getPage(0).getCropBox();
            return new double[] {box.getWidth() * MM_PER_POINT, box.getHeight() * MM_PER_POINT};
        } catch (IOException e) {
            return new double[] {110, 210};
        }
    }

    @Override
    public void close() {
        renderer.ifPresent(ZplRenderer::close);
    }
}
