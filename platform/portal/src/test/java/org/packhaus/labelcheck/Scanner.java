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
    private Scanner() {}

    /** @param dotsPerMm how fine the picture is: bars are a centimetre tall at least, a look every millimetre and a half is enough */
    static SortedSet<String> read(BufferedImage picture, int dotsPerMm, boolean matrix) {
        BufferedImage framed = framed(picture);
        SortedSet<String> values = BarcodeCheck.values(framed, dotsPerMm * 3 / 2, false);
        if (values.isEmpty()) {
            values = BarcodeCheck.values(framed, dotsPerMm * 3 / 2, true);
        }
        if (matrix) {
            matrix(framed).ifPresent(values::add);
        }
        return values;
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

    /** The reader wants a square code in the middle of its picture, so it is shown one window after the other. */
    private static Optional<String> matrix(BufferedImage picture) {
        int side = picture.getWidth() * 2 / 5;
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
