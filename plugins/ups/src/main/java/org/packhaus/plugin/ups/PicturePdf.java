package org.packhaus.plugin.ups;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.packhaus.sdk.LabelPaper;

/**
 * Puts UPS's GIF on a PDF page. UPS draws its label lying on its side, 4 inches tall, with white space behind its end (1400 × 800
 * pixels, of which 1200 are the label): it is stood up and cut to 4 × 6 inches. Dots stay dots, black on white, never scaled.
 *
 * <p>On paper slightly smaller than 4 × 6 inches (100 × 150 mm, A6) the page becomes as small as the paper, if nothing but white
 * edge is lost; otherwise it stays 4 × 6 inches, and whoever prints it learns that it does not fit.
 */
final class PicturePdf {
    private static final double POINTS_PER_INCH = 72;
    private static final double MM_PER_INCH = 25.4;
    private static final double WIDTH_INCH = 4;
    private static final double HEIGHT_INCH = 6;
    private static final int DARK = 128;

    private PicturePdf() {}

    /** Empty if the bytes are no picture. */
    static Optional<byte[]> of(byte[] gif, LabelPaper paper) {
        try {
            BufferedImage picture = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(gif)));
            return picture == null ? Optional.empty() : Optional.of(page(Dots.upright(picture), paper));
        } catch (IOException | RuntimeException e) {
            // The decoder of the JDK throws what it likes at broken pictures. A lost label must not lose the sale.
            return Optional.empty();
        }
    }

    private static byte[] page(Dots dots, LabelPaper paper) throws IOException {
        double perInch = dots.width() / WIDTH_INCH;
        Rectangle label =
                new Rectangle(0, 0, dots.width(), Math.min(dots.height(), (int) Math.round(HEIGHT_INCH * perInch)));
        Rectangle drawn = dots.drawn();
        if (!label.contains(drawn)) {
            label = label.union(drawn);
        }
        int width = (int) (Math.min(paper.widthMm(), paper.heightMm()) / MM_PER_INCH * perInch);
        int height = (int) (Math.max(paper.widthMm(), paper.heightMm()) / MM_PER_INCH * perInch);
        if (drawn.width <= width && drawn.height <= height) {
            label = trimmed(label, drawn, width, height);
        }
        return write(
                dots.cut(label), label.width / perInch * POINTS_PER_INCH, label.height / perInch * POINTS_PER_INCH);
    }

    /** The label without more than fits, with what is drawn as far from the edges as it can be. */
    private static Rectangle trimmed(Rectangle label, Rectangle drawn, int width, int height) {
        int w = Math.min(label.width, width);
        int h = Math.min(label.height, height);
        int x = Math.clamp(drawn.x - (w - drawn.width) / 2, label.x, label.x + label.width - w);
        int y = Math.clamp(drawn.y - (h - drawn.height) / 2, label.y, label.y + label.height - h);
        return new Rectangle(x, y, w, h);
    }

    /** A picture of black and white dots, one bit each. */
    private record Dots(int width, int height, boolean[] black) {

        /** Turned clockwise when it lies on its side. */
        static Dots upright(BufferedImage picture) {
            boolean lies = picture.getWidth() > picture.getHeight();
            int width = lies ? picture.getHeight() : picture.getWidth();
            int height = lies ? picture.getWidth() : picture.getHeight();
            boolean[] black = new boolean[width * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int colour = lies ? picture.getRGB(y, picture.getHeight() - 1 - x) : picture.getRGB(x, y);
                    black[y * width + x] = isDark(colour);
                }
            }
            return new Dots(width, height, black);
        }

        private static boolean isDark(int argb) {
            int brightness = ((argb >> 16 & 0xff) * 3 + (argb >> 8 & 0xff) * 6 + (argb & 0xff)) / 10;
            return argb >>> 24 > DARK && brightness < DARK;
        }

        /** What is black, all around. */
        Rectangle drawn() {
            int left = width;
            int top = height;
            int right = -1;
            int bottom = -1;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (black[y * width + x]) {
                        left = Math.min(left, x);
                        right = Math.max(right, x);
                        top = Math.min(top, y);
                        bottom = y;
                    }
                }
            }
            return right < 0
                    ? new Rectangle(0, 0, width, height)
                    : new Rectangle(left, top, right - left + 1, bottom - top + 1);
        }

        Dots cut(Rectangle part) {
            boolean[] cut = new boolean[part.width * part.height];
            for (int y = 0; y < part.height; y++) {
                System.arraycopy(black, (part.y + y) * width + part.x, cut, y * part.width, part.width);
            }
            return new Dots(part.width, part.height, cut);
        }

        /** Rows of whole bytes, the first dot in the highest bit; 1 is white, as PDF's {@code DeviceGray} has it. */
        byte[] bits() {
            int row = (width + 7) / 8;
            byte[] bits = new byte[row * height];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (!black[y * width + x]) {
                        bits[y * row + x / 8] |= (byte) (0x80 >> x % 8);
                    }
                }
            }
            return bits;
        }
    }

    /** ISO 32000-1: a catalogue, one page, its contents, one image. */
    private static byte[] write(Dots dots, double width, double height) throws IOException {
        byte[] image = deflated(dots.bits());
        byte[] contents = "q %s 0 0 %s 0 0 cm /L Do Q"
                .formatted(number(width), number(height))
                .getBytes(StandardCharsets.US_ASCII);
        var pdf = new Objects();
        pdf.add("<</Type/Catalog/Pages 2 0 R>>");
        pdf.add("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        pdf.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s %s]/Resources<</XObject<</L 5 0 R>>>>/Contents 4 0 R>>"
                .formatted(number(width), number(height)));
        pdf.add("", contents);
        pdf.add(
                "/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/FlateDecode"
                        .formatted(dots.width(), dots.height()),
                image);
        return pdf.close();
    }

    private static String number(double points) {
        return String.format(Locale.ROOT, "%.3f", points);
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        var best = new Deflater(Deflater.BEST_COMPRESSION);
        try (var deflater = new DeflaterOutputStream(out, best)) {
            deflater.write(bytes);
        } finally {
            best.end();
        }
        return out.toByteArray();
    }

    /** A PDF's numbered objects and the table that says where they begin. */
    private static final class Objects {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final List<Integer> begins = new ArrayList<>();

        Objects() throws IOException {
            text("%PDF-1.4\n%");
            out.write(new byte[] {(byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'});
        }

        void add(String value) throws IOException {
            begins.add(out.size());
            text(begins.size() + " 0 obj\n" + value + "\nendobj\n");
        }

        void add(String dictionary, byte[] stream) throws IOException {
            begins.add(out.size());
            text(begins.size() + " 0 obj\n<<" + dictionary + "/Length " + stream.length + ">>\nstream\n");
            out.write(stream);
            text("\nendstream\nendobj\n");
        }

        byte[] close() throws IOException {
            int table = out.size();
            text("xref\n0 " + (begins.size() + 1) + "\n0000000000 65535 f \n");
            for (int begin : begins) {
                text("%010d 00000 n \n".formatted(begin));
            }
            text("trailer\n<</Size " + (begins.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
            return out.toByteArray();
        }

        private void text(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
