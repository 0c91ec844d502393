package org.packhaus.sandbox.carrier;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.graphics.Rectangle;

/** What a buyer shows at the counter instead of a printed return label. */
public final class QrLabel {
    private static final int MODULE = 8;
    private static final int QUIET = 4 * MODULE;

    private QrLabel() {}

    public static byte[] png(String number) {
        QrCode code = new QrCode();
        code.setContent(number);
        int side = code.getWidth() * MODULE + 2 * QUIET;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D paint = image.createGraphics();
        paint.setColor(Color.WHITE);
        paint.fillRect(0, 0, side, side);
        paint.setColor(Color.BLACK);
        for (Rectangle box : code.getRectangles()) {
            paint.fillRect(
                    QUIET + (int) Math.round(box.x * MODULE),
                    QUIET + (int) Math.round(box.y * MODULE),
                    (int) Math.round(box.width * MODULE),
                    (int) Math.round(box.height * MODULE));
        }
        paint.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
