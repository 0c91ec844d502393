package org.packhaus.labelcheck;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.packhaus.document.DocumentService;
import org.packhaus.document.LabelSheet;
import org.packhaus.document.PrintFile;
import org.packhaus.document.PrintRequest;
import org.packhaus.document.Printed;
import org.packhaus.seller.SellerScope;
import org.springframework.context.ApplicationContext;

/** All labels on A4 sheets of four, from the third place on: each in its place, in picking order, whole and of its own size. */
final class Sheets {
    private static final int START = 3;
    private static final int PLACES = 4;
    private static final int DPI = 203;

    private final DocumentService documents;
    private final Stock stock;
    private final Path out;

    Sheets(ApplicationContext portal, Stock stock, Path out) {
        this.documents = portal.getBean(DocumentService.class);
        this.stock = stock;
        this.out = out;
    }

    List<String> check() throws IOException {
        Path file = out.resolve("a4-four-from-third.pdf");
        Printed printed;
        try (OutputStream stream = Files.newOutputStream(file)) {
            printed = SellerScope.get(
                    stock.sellers(),
                    () -> documents.write(
                            stock.orderIds(),
                            PrintRequest.of(PrintFile.Contents.LABELS)
                                    .of(PrintRequest.Which.LEFT_TOO)
                                    .on(LabelSheet.A4_4.startingAt(START)),
                            stream));
        }
        List<String> problems = new ArrayList<>();
        printed.leftOut().forEach(left -> problems.add("A4 2×2: " + left.text()));
        problems.addAll(places(file, stock.numbers(), START, out.resolve("a4")));
        LabelCheck.say(
                "A4 2×2 from place %d: %d pages for %d orders, %d left out, %d problems; %s",
                START,
                printed.pageCount(),
                stock.orders().size(),
                printed.leftOut().size(),
                problems.size(),
                file);
        return problems;
    }

    /**
     * Whether each place of a file of sheets holds the number it should.
     *
     * @param numbers what should be printed, in that order
     * @param pictures where the first pages go, to be looked at
     */
    static List<String> places(Path pdf, List<String> numbers, int start, Path pictures) throws IOException {
        List<String> problems = new ArrayList<>();
        Files.createDirectories(pictures);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            int place = -(start - 1);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage sheet = renderer.renderImageWithDPI(page, DPI, ImageType.GRAY);
                if (page < 3) {
                    ImageIO.write(
                            sheet,
                            "png",
                            pictures.resolve("page-" + (page + 1) + ".png").toFile());
                }
                for (int i = 0; i < PLACES; i++, place++) {
                    BufferedImage part = part(sheet, i);
                    String where = "%s, page %d, place %d".formatted(pdf.getFileName(), page + 1, i + 1);
                    if (place < 0 || place >= numbers.size()) {
                        if (isInked(part)) {
                            problems.add(where + " should be empty");
                        }
                    } else {
                        SortedSet<String> read = Scanner.read(part, 8, false);
                        String number = numbers.get(place);
                        if (read.stream().noneMatch(value -> value.contains(number))) {
                            problems.add("%s should show %s, shows %s".formatted(where, number, read));
                        }
                    }
                }
            }
            if (place < numbers.size()) {
                problems.add("%s ends after %d of %d labels".formatted(pdf.getFileName(), place, numbers.size()));
            }
        }
        return problems;
    }

    private static BufferedImage part(BufferedImage sheet, int place) {
        int width = sheet.getWidth() / 2;
        int height = sheet.getHeight() / 2;
        return sheet.getSubimage(place % 2 * width, place / 2 * height, width, height);
    }

    private static boolean isInked(BufferedImage part) {
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                if ((part.getRGB(x, y) & 0xff) < 128) {
                    return true;
                }
            }
        }
        return false;
    }
}
