package org.packhaus.sandbox.carrier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * A page that is drawn in millimetres from the top left. Letters come from Liberation Sans (SIL Open Font License), which PDFBox
 * brings along, so umlauts and most European letters print on any machine; what it lacks is written without its accents or left out.
 */
public final class Sheet implements AutoCloseable {

    private static final double POINTS = 72 / 25.4;
    private static final TrueTypeFont LETTERS = letters();
    private static final CmapLookup GLYPHS = glyphs();

    private final PDPageContentStream page;
    private final PDFont font;
    private final double height;

    public Sheet(PDDocument document, PDFont font, double width, double height) throws IOException {
        this.height = height;
        PDPage sheet = new PDPage(new PDRectangle((float) (width * POINTS), (float) (height * POINTS)));
        document.addPage(sheet);
        this.font = font;
        page = new PDPageContentStream(document, sheet);
    }

    /** Draws the pages of one document. */
    @FunctionalInterface
    public interface Drawing {
        void pages(PDDocument document, PDFont letters) throws IOException;
    }

    /**
     * A PDF. One at a time: the parsed letters are shared, because parsing them is what a label costs most of its time, and they are not
     * made for several threads.
     */
    public static synchronized byte[] pdf(Drawing drawing) {
        try (PDDocument document = new PDDocument()) {
            drawing.pages(document, PDType0Font.load(document, LETTERS, true));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TrueTypeFont letters() {
        String name = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (InputStream in = Objects.requireNonNull(PDDocument.class.getResourceAsStream(name), name)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup glyphs() {
        try {
            return LETTERS.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param size in points; smaller when the text would be wider than {@code room} */
    public void text(double x, double y, double size, double room, boolean bold, String text) throws IOException {
        String printable = printable(text);
        if (printable.isEmpty()) {
            return;
        }
        double natural = font.getStringWidth(printable) / 1000 * size / POINTS;
        double fitted = natural > room ? Math.max(4.5, size * room / natural) : size;
        while (printable.length() > 4 && font.getStringWidth(printable) / 1000 * fitted / POINTS > room) {
            printable = printable.substring(0, printable.length() - 2) + "…";
        }
        page.beginText();
        page.setFont(font, (float) fitted);
        if (bold) {
            page.setRenderingMode(RenderingMode.FILL_STROKE);
            page.setLineWidth((float) (fitted * 0.035));
        } else {
            page.setRenderingMode(RenderingMode.FILL);
        }
        // y names the top of the letters; capitals are 0.72 of the size high.
        page.newLineAtOffset((float) (x * POINTS), (float) ((height - y) * POINTS - size * 0.72));
        page.showText(printable);
        page.endText();
    }

    /** A text around a middle. */
    public void centred(double middle, double y, double size, String text) throws IOException {
        double width = font.getStringWidth(printable(text)) / 1000 * size / POINTS;
        text(middle - width / 2, y, size, width + 1, false, text);
    }

    public void box(double x, double y, double width, double tall) throws IOException {
        page.addRect((float) (x * POINTS), (float) ((height - y - tall) * POINTS), (float) (width * POINTS), (float)
                (tall * POINTS));
        page.fill();
    }

    public void frame(double x, double y, double width, double tall) throws IOException {
        page.setLineWidth(0.8f);
        page.addRect((float) (x * POINTS), (float) ((height - y - tall) * POINTS), (float) (width * POINTS), (float)
                (tall * POINTS));
        page.stroke();
    }

    /** A barcode whose narrowest bar is {@code module} millimetres wide. @return how wide it came out */
    public double barcode(Symbol symbol, double x, double y, double module, double tall) throws IOException {
        double right = 0;
        for (Rectangle bar : symbol.getRectangles()) {
            box(x + bar.x * module, y, bar.width * module, tall);
            right = Math.max(right, bar.x + bar.width);
        }
        return right * module;
    }

    /** A square code whose modules are {@code module} millimetres wide and tall. */
    public void matrix(Symbol symbol, double x, double y, double module) throws IOException {
        for (Rectangle part : symbol.getRectangles()) {
            box(x + part.x * module, y + part.y * module, part.width * module, part.height * module);
        }
    }

    @Override
    public void close() throws IOException {
        page.close();
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (known(c)) {
                printable.appendCodePoint(c);
            } else {
                Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD)
                        .codePoints()
                        .filter(Sheet::known)
                        .filter(d -> Character.getType(d) != Character.NON_SPACING_MARK)
                        .forEach(printable::appendCodePoint);
            }
        });
        return printable.toString().replaceAll(" {2,}", " ").trim();
    }

    private static boolean known(int codePoint) {
        return codePoint >= ' ' && GLYPHS.getGlyphId(codePoint) != 0;
    }
}
