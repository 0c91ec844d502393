package org.packhaus.labelcheck;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.packhaus.document.BarcodeCheck;

/** Reads all codes of one label. */
final class Scanner {
    /** Dots a millimetre of the coarsest label printers. */
    private static final int COARSEST = 8;

    /** Widths of the windows a square code is looked for in, as shares of the label's. */
    private static final double[] WINDOWS = {.4, .3, .25, .2};

    private Scanner() {}

    /** @param dotsPerMm how fine the picture is: bars are a centimetre tall at least, a look every millimetre and a half is enough */
    static SortedSet<String> read(BufferedImage picture, int dotsPerMm, boolean matrix) {
        BufferedImage framed = framed(picture);
        SortedSet<String> values = BarcodeCheck.values(framed, dotsPerMm * 3 / 2, false);
        if (values.isEmpty()) {
            values = BarcodeCheck.values(framed, dotsPerMm * 3 / 2, true);
        }
        if (matrix) {
            matrix(framed, dotsPerMm).ifPresent(values::add);
        }
        return values;
    }

    /**
     * On a fine head a module of a square code is a block of many dots, and the reader loses count of them. A scanner's optics never see
     * single dots, so the picture is shown as coarse as it may be first, and as it is last.
     */
    private static Optional<String> matrix(BufferedImage picture, int dotsPerMm) {
        for (int coarser = Math.max(1, dotsPerMm / COARSEST); coarser >= 1; coarser--) {
            Optional<String> value = matrix(reduced(picture, coarser));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** Each dot is the mean of a square of dots. */
    private static BufferedImage reduced(BufferedImage picture, int by) {
        if (by == 1) {
            return picture;
        }
        BufferedImage small =
                new BufferedImage(picture.getWidth() / by, picture.getHeight() / by, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < small.getHeight(); y++) {
            for (int x = 0; x < small.getWidth(); x++) {
                int sum = 0;
                for (int i = 0; i < by * by; i++) {
                    sum += picture.getRaster().getSample(x * by + i % by, y * by + i / by, 0);
                }
                small.getRaster().setSample(x, y, 0, sum / (by * by));
            }
        }
        return small;
    }

    /** On white, as a label lies on its backing: readers want silence around a code. */
    private static BufferedImage framed(BufferedImage picture) {
        int frame = 60;
        BufferedImage framed = new BufferedImage(
                picture.getWidth() + 2 * frame, picture.getHeight() + 2 * frame, BufferedImage.TYPE_BYTE_GRAY);
        var paint = framed.createGraphics();
        paint.setColor(java.awt.Color.WHITE);
        paint.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        paint.drawImage(picture, frame, frame, null);
        paint.dispose();
        return framed;
    }

    /**
     * The reader wants a square code in the middle of its picture and little else beside it, so it is shown one window after the other,
     * and smaller ones when nothing was seen.
     */
    private static Optional<String> matrix(BufferedImage picture) {
        for (double share : WINDOWS) {
            Optional<String> value = within(picture, (int) (picture.getWidth() * share));
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> within(BufferedImage picture, int side) {
        int step = side / 4;
        for (int y = picture.getHeight() / 3; y + side <= picture.getHeight(); y += step) {
            for (int x = 0; x + side <= picture.getWidth(); x += step) {
                try {
                    var window = new BufferedImageLuminanceSource(picture, x, y, side, side);
                    return Optional.of(new DataMatrixReader()
                            .decode(
                                    new BinaryBitmap(new GlobalHistogramBinarizer(window)),
                                    Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText());
                } catch (ReaderException e) {
                    // The next window.
                }
            }
        }
        return Optional.empty();
    }
}
