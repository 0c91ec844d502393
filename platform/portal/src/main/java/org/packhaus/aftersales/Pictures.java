package org.packhaus.aftersales;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Draws photos anew: what is kept is what one sees, without place, device, or whatever else came along in the file. */
final class Pictures {
    static final int LARGEST_FILE = 15_000_000;
    private static final int LONGEST_SIDE = 1_600;
    private static final long MOST_PIXELS = 60_000_000;

    private Pictures() {}

    /** @throws AfterSalesException if it is no picture, or too large */
    static byte[] drawnAnew(byte[] file) {
        if (file.length > LARGEST_FILE) {
            throw new AfterSalesException("photo-too-large", "The photo is larger than 15 MB. Take a smaller one.");
        }
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw unreadable();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                // Asked before it is unpacked: a small file can hold a picture that no memory does.
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new AfterSalesException(
                            "photo-too-large", "The photo has too many pixels. Take a smaller one.");
                }
                return jpeg(reader.read(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static AfterSalesException unreadable() {
        return new AfterSalesException("photo-unreadable", "This is no photo that can be read. Use JPEG or PNG.");
    }

    private static byte[] jpeg(BufferedImage photo) throws IOException {
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(photo.getWidth(), photo.getHeight()));
        int width = Math.max(1, (int) Math.round(photo.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(photo.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(photo, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpg", out);
        return out.toByteArray();
    }
}
