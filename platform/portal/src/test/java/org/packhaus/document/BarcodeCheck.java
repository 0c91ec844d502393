package org.packhaus.document;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.EAN13Reader;
import com.google.zxing.oned.EAN8Reader;
import com.google.zxing.oned.ITFReader;
import com.google.zxing.oned.OneDReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Reads every barcode on every page of a PDF as a scanner would: rasterised at the print head's resolution, each row of dots
 * decoded by itself. Knows Code 128 (so GS1-128), Interleaved 2 of 5 and EAN, upright and turned. A value counts when three rows say
 * the same: a single row of letters looks like a short 2-of-5 now and then.
 *
 * <p>Usage: {@code BarcodeCheck labels.pdf numbers.txt}, one expected number a line; exit 0 only if each is found.
 */
public final class BarcodeCheck {
    private static final int DPI = 300;
    private static final int AGREEING_ROWS = 3;
    private static final int EVERY = 6;
    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.ALLOWED_LENGTHS, new int[] {12, 14, 16, 18, 20});

    private BarcodeCheck() {}

    /** All values by page, from 1; a page without any has an empty set. */
    public static SortedMap<Integer, SortedSet<String>> read(byte[] pdf) throws IOException {
        return read(pdf, DPI);
    }

    static SortedMap<Integer, SortedSet<String>> read(byte[] pdf, int dpi) throws IOException {
        SortedMap<Integer, SortedSet<String>> found = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                found.put(page + 1, values(renderer.renderImageWithDPI(page, dpi, ImageType.GRAY)));
            }
        }
        return found;
    }

    /** The expected numbers that stand in no barcode of the file. */
    public static List<String> missing(byte[] pdf, List<String> expected) throws IOException {
        SortedSet<String> all = new TreeSet<>();
        read(pdf).values().forEach(all::addAll);
        return expected.stream().filter(number -> !all.contains(number)).toList();
    }

    /** All values of one picture. */
    static SortedSet<String> values(BufferedImage image) {
        return values(image, EVERY, true);
    }

    /**
     * All values of one picture.
     *
     * @param every how many rows of dots lie between two looks
     * @param turned whether codes may stand upside down or on their side
     */
    public static SortedSet<String> values(BufferedImage image, int every, boolean turned) {
        try {
            BitMatrix dots = new BinaryBitmap(new GlobalHistogramBinarizer(new BufferedImageLuminanceSource(image)))
                    .getBlackMatrix();
            Map<String, Integer> rows = new HashMap<>();
            scan(dots, rows, every, turned);
            if (turned) {
                dots.rotate90();
                scan(dots, rows, every, true);
            }
            SortedSet<String> values = new TreeSet<>();
            rows.forEach((value, count) -> {
                if (count >= AGREEING_ROWS) {
                    values.add(value);
                }
            });
            return values;
        } catch (NotFoundException e) {
            return new TreeSet<>(); // a blank page
        }
    }

    private static void scan(BitMatrix dots, Map<String, Integer> rows, int every, boolean backwardsToo) {
        OneDReader[] readers = {new Code128Reader(), new ITFReader(), new EAN13Reader(), new EAN8Reader()};
        for (int y = 0; y < dots.getHeight(); y += every) {
            for (OneDReader reader : readers) {
                for (boolean backwards : backwardsToo ? new boolean[] {false, true} : new boolean[] {false}) {
                    BitArray row = dots.getRow(y, null);
                    if (backwards) {
                        row.reverse();
                    }
                    row(reader, y, row, rows);
                }
            }
        }
    }

    /** Several codes may stand side by side: what has been read is whitened and the rest read again. */
    private static void row(OneDReader reader, int y, BitArray row, Map<String, Integer> rows) {
        for (int tries = 0; tries < 4; tries++) {
            try {
                Result result = reader.decodeRow(y, row, HINTS);
                rows.merge(result.getText(), 1, Integer::sum);
                int end = (int) Math.max(result.getResultPoints()[0].getX(), result.getResultPoints()[1].getX());
                BitArray rest = new BitArray(row.getSize());
                for (int x = Math.min(end + 20, row.getSize()); x < row.getSize(); x++) {
                    if (row.get(x)) {
                        rest.set(x);
                    }
                }
                row = rest;
            } catch (ReaderException e) {
                return;
            }
        }
    }

    public static void main(String[] args) throws IOException {
        byte[] pdf = Files.readAllBytes(Path.of(args[0]));
        List<String> expected = args.length < 2
                ? List.of()
                : Files.readAllLines(Path.of(args[1])).stream()
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList();
        SortedMap<Integer, SortedSet<String>> found = read(pdf);
        SortedSet<String> all = new TreeSet<>();
        found.values().forEach(all::addAll);
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(all);
        List<Integer> silent = found.entrySet().stream()
                .filter(e -> e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        System.out.printf(
                "pages %d, values %d, expected %d, missing %d%n",
                found.size(), all.size(), expected.size(), missing.size());
        if (args.length < 2) {
            found.forEach((page, values) -> System.out.println(page + ": " + values));
        }
        missing.forEach(number -> System.out.println("missing: " + number));
        silent.forEach(page -> System.out.println("no barcode on page " + page));
        System.exit(missing.isEmpty() && silent.isEmpty() ? 0 : 1);
    }
}
