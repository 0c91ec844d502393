package org.packhaus.document;

import com.itextpdf.io.font.PdfEncodings;
import com.itextpdf.io.image.ImageDataFactory;
import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.font.PdfFontFactory;
import com.itextpdf.kernel.font.PdfFontFactory.EmbeddingStrategy;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.canvas.PdfCanvasConstants.TextRenderingMode;
import com.itextpdf.kernel.pdf.xobject.PdfImageXObject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sets text in one document, glyph by glyph from the first font that has it. What no font has becomes a box as wide as a letter
 * and is remembered, so that nothing is ever missing without a trace. Fonts are embedded as subsets.
 *
 * <p>Chinese comes in one weight; its bold is the same glyph with a thin outline.
 */
final class Pen {
    private static final double BOX_WIDTH = 0.62;
    private static final double BOX_HEIGHT = 0.70;
    private static final double OUTLINE = 0.028;

    private final PdfFont regular;
    private final PdfFont bold;
    private final PdfFont chinese;
    private final Set<Integer> missing = new TreeSet<>();
    private final Map<ByteBuffer, Optional<PdfImageXObject>> images = new HashMap<>();

    Pen(PdfDocument document) {
        regular = font(document, Typefaces.REGULAR);
        bold = font(document, Typefaces.BOLD);
        chinese = font(document, Typefaces.CHINESE);
    }

    private static PdfFont font(PdfDocument document, Typefaces typeface) {
        PdfFont font = PdfFontFactory.createFont(
                typeface.program(), PdfEncodings.IDENTITY_H, EmbeddingStrategy.FORCE_EMBEDDED);
        font.setSubset(true);
        document.addFont(font);
        return font;
    }

    /** An image of the document, which is in the file once, however often it is drawn. Empty if it cannot be read. */
    Optional<PdfImageXObject> image(byte[] bytes) {
        return images.computeIfAbsent(ByteBuffer.wrap(bytes), key -> {
            try {
                return bytes.length < 4_000_000 && ImageDataFactory.isSupportedType(bytes)
                        ? Optional.of(new PdfImageXObject(ImageDataFactory.create(bytes)))
                        : Optional.empty();
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        });
    }

    /** Code points drawn as boxes since the last call. */
    Set<Integer> takeMissing() {
        Set<Integer> taken = new TreeSet<>(missing);
        missing.clear();
        return taken;
    }

    double width(Style style, String text) {
        return text.codePoints().mapToDouble(c -> advance(style, c)).sum();
    }

    /** Draws one line and returns where it ends. The text has been through {@link PrintText}. */
    double draw(PdfCanvas canvas, Style style, String text, double x, double baseline) {
        double at = x;
        for (Run run : runs(style, text)) {
            PdfFont font = run.font();
            if (font == null) {
                at = drawBoxes(canvas, style, run.text(), at, baseline);
            } else {
                show(canvas, style, font, run.text(), at, baseline);
                at += width(style, run.text());
            }
        }
        return at;
    }

    private void show(PdfCanvas canvas, Style style, PdfFont font, String text, double x, double baseline) {
        canvas.saveState().setFillColor(style.color()).beginText().setFontAndSize(font, (float) style.size());
        if (style.bold() && font == chinese) {
            canvas.setStrokeColor(style.color())
                    .setLineWidth((float) (style.size() * OUTLINE))
                    .setTextRenderingMode(TextRenderingMode.FILL_STROKE);
        }
        canvas.setTextMatrix((float) x, (float) baseline)
                .showText(text)
                .endText()
                .restoreState();
    }

    private double drawBoxes(PdfCanvas canvas, Style style, String text, double x, double baseline) {
        double at = x;
        double size = style.size();
        canvas.saveState().setStrokeColor(style.color()).setLineWidth((float) (size * 0.05));
        for (int c : text.codePoints().toArray()) {
            missing.add(c);
            canvas.rectangle(at + size * 0.06, baseline, size * (BOX_WIDTH - 0.12), size * BOX_HEIGHT)
                    .stroke();
            at += size * BOX_WIDTH;
        }
        canvas.restoreState();
        return at;
    }

    private double advance(Style style, int c) {
        PdfFont font = fontOf(style, c);
        return style.size() * (font == null ? BOX_WIDTH : font.getWidth(c) / 1000.0);
    }

    private @Nullable PdfFont fontOf(Style style, int c) {
        PdfFont first = style.bold() ? bold : regular;
        if (c == PrintText.NOT_A_CHARACTER) {
            return null;
        }
        return first.containsGlyph(c) ? first : chinese.containsGlyph(c) ? chinese : null;
    }

    private record Run(@Nullable PdfFont font, String text) {}

    private List<Run> runs(Style style, String text) {
        List<Run> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        @Nullable PdfFont font = null;
        for (int c : text.codePoints().toArray()) {
            PdfFont next = fontOf(style, c);
            if (next != font && !run.isEmpty()) {
                runs.add(new Run(font, run.toString()));
                run.setLength(0);
            }
            font = next;
            run.appendCodePoint(c);
        }
        if (!run.isEmpty()) {
            runs.add(new Run(font, run.toString()));
        }
        return runs;
    }
}
