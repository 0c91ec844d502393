package org.packhaus.plugin.labelzpl;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.graphics.Rectangle;

/** Labels as carriers draw them, and the scanner that reads them. */
final class Labels {
    private static final double POINTS = 72 / 25.4;

    private Labels() {}

    /** A page of that size with the number as Code 128 in bars of half a millimetre, {@code margin} from the upper left corner. */
    static CarrierDocument pdf(String number, double widthMm, double heightMm, double marginMm) {
        Code128 code = new Code128();
        code.setContent(number);
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle((float) (widthMm * POINTS), (float) (heightMm * POINTS)));
            document.addPage(page);
            try (PDPageContentStream drawing = new PDPageContentStream(document, page)) {
                double module = 0.5 * POINTS;
                for (Rectangle bar : code.getRectangles()) {
                    drawing.addRect(
                            (float) (marginMm * POINTS + bar.x * module),
                            (float) ((heightMm - marginMm - 25) * POINTS),
                            (float) (bar.width * module),
                            (float) (25 * POINTS));
                }
                drawing.fill();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new CarrierDocument(CarrierDocument.Kind.LABEL, DocumentType.PDF, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a scanner reads, or nothing. */
    static String scan(BufferedImage picture) {
        BufferedImage framed =
                new BufferedImage(picture.getWidth() + 80, picture.getHeight() + 80, BufferedImage.TYPE_BYTE_GRAY);
        var paint = framed.createGraphics();
        paint.setColor(java.awt.Color.WHITE);
        paint.fillRect(0, 0, framed.getWidth(), framed.getHeight());
        paint.drawImage(picture, 40, 40, null);
        paint.dispose();
        try {
            return new Code128Reader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(new BufferedImageLuminanceSource(framed))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        } catch (NotFoundException | com.google.zxing.FormatException e) {
            return "";
        }
    }
}
