package org.packhaus.plugin.labelzpl;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A label as a print head sees it: rows of dots, black or not, eight to a byte, the first in the highest bit. */
final class Dots {
    private static final int THRESHOLD = 0x98;

    private final int width;
    private final int height;
    private final int bytesPerRow;
    private final byte[] bits;

    Dots(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException(width + " × " + height);
        }
        this.width = width;
        this.height = height;
        this.bytesPerRow = (width + 7) / 8;
        this.bits = new byte[bytesPerRow * height];
    }

    /** How large a label is, in dots. */
    record Size(int width, int height) {}

    /** Grey becomes black or white where it stands: no pattern of dots, which a scanner cannot read. */
    static Dots of(BufferedImage picture) {
        BufferedImage grey = picture;
        if (picture.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            var paint = grey.createGraphics();
            paint.setColor(java.awt.Color.WHITE);
            paint.fillRect(0, 0, grey.getWidth(), grey.getHeight());
            paint.drawImage(picture, 0, 0, null);
            paint.dispose();
        }
        byte[] shades = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        Dots dots = new Dots(grey.getWidth(), grey.getHeight());
        for (int i = 0; i < shades.length; i++) {
            if ((shades[i] & 0xff) < THRESHOLD) {
                dots.set(i % dots.width, i / dots.width);
            }
        }
        return dots;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int bytesPerRow() {
        return bytesPerRow;
    }

    /** One byte of a row. */
    int at(int row, int column) {
        return bits[row * bytesPerRow + column] & 0xff;
    }

    boolean isBlack(int x, int y) {
        return (bits[y * bytesPerRow + x / 8] >> (7 - x % 8) & 1) == 1;
    }

    void set(int x, int y) {
        bits[y * bytesPerRow + x / 8] |= (byte) (1 << (7 - x % 8));
    }

    Dots turned() {
        Dots turned = new Dots(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isBlack(x, y)) {
                    turned.set(height - 1 - y, x);
                }
            }
        }
        return turned;
    }

    /** The smallest part with everything black in it. */
    Dots cropped() {
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isBlack(x, y)) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0 ? new Dots(1, 1) : part(left, top, right - left + 1, bottom - top + 1);
    }

    private Dots part(int left, int top, int partWidth, int partHeight) {
        Dots part = new Dots(partWidth, partHeight);
        for (int y = 0; y < partHeight; y++) {
            for (int x = 0; x < partWidth; x++) {
                if (isBlack(left + x, top + y)) {
                    part.set(x, y);
                }
            }
        }
        return part;
    }

    /** The same on a larger one. */
    Dots on(Size size, int left, int top) {
        Dots whole = new Dots(size.width(), size.height());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (isBlack(x, y)) {
                    whole.set(left + x, top + y);
                }
            }
        }
        return whole;
    }

    boolean fits(Size size) {
        return width <= size.width() && height <= size.height();
    }

    BufferedImage picture() {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, isBlack(x, y) ? 0xff000000 : 0xffffffff);
            }
        }
        return picture;
    }
}
