package org.packhaus.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Pictures from outside, made fit for paper: read with limits, drawn anew on white in sRGB, and no larger than paper shows. Whatever
 * else was in the file (profiles, comments, scripts, transparency) stays behind.
 */
public final class Logo {
    /** As large as an upload may be. */
    public static final int MOST_BYTES = 2_000_000;

    private static final int MOST_PIXELS = 25_000_000;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 400;

    private Logo() {}

    /**
     * A seller's logo as it is kept, a PNG.
     *
     * @throws PaperException if it is no PNG or JPEG, or too large
     */
    public static byte[] of(byte[] upload) {
        if (upload.length > MOST_BYTES) {
            throw new PaperException(
                    "logo-too-large",
                    "The file has %d kB; a logo has at most %d kB. Save it smaller, 1000 pixels wide are plenty."
                            .formatted(upload.length / 1000, MOST_BYTES / 1000),
                    Integer.toString(upload.length / 1000),
                    Integer.toString(MOST_BYTES / 1000));
        }
        return redrawn(upload, WIDTH, HEIGHT)
                .orElseThrow(() -> new PaperException(
                        "logo-unreadable",
                        "This file cannot be read as a picture. Save the logo as PNG, or as JPEG in RGB colours."));
    }

    /** A picture as a PNG no larger than that; empty if it is none, or far too large. */
    static Optional<byte[]> redrawn(byte[] outside, int width, int height) {
        try {
            return read(outside).map(picture -> png(drawn(picture, width, height)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // damaged, or in colours that Java does not know
        }
    }

    private static Optional<BufferedImage> read(byte[] outside) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(outside))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    String format = reader.getFormatName().toLowerCase(Locale.ROOT);
                    reader.setInput(in, true, true);
                    // Measured before it is unpacked: a small file can hold a very large picture.
                    if ((format.equals("png") || format.equals("jpeg") || format.equals("jpg"))
                            && (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS) {
                        return Optional.of(reader.read(0));
                    }
                } finally {
                    reader.dispose();
                }
            }
        }
        return Optional.empty();
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        double scale =
                Math.min(1, Math.min((double) width / picture.getWidth(), (double) height / picture.getHeight()));
        int w = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, w, h);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(halved(picture, w, h), 0, 0, w, h, null);
        graphics.dispose();
        return drawn;
    }

    /** One big step would leave out pixels between. */
    private static BufferedImage halved(BufferedImage picture, int width, int height) {
        BufferedImage now = picture;
        while (now.getWidth() >= width * 4 && now.getHeight() >= height * 4) {
            BufferedImage half =
                    new BufferedImage(now.getWidth() / 2, now.getHeight() / 2, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = half.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(now, 0, 0, half.getWidth(), half.getHeight(), null);
            graphics.dispose();
            now = half;
        }
        return now;
    }

    private static byte[] png(BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
