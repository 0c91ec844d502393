package org.packhaus.sandbox.control;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.packhaus.sandbox.world.Product;

/** A box in the product's colour, in the proportions of its packing unit, as pixels. */
final class Photos {
    private static final int SIDE = 400;

    private Photos() {}

    static byte[] png(Product product) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(SIDE / 200.0, SIDE / 200.0);
        box(graphics, product);
        graphics.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void box(Graphics2D graphics, Product product) {
        double length = product.packingUnits().getFirst().length();
        double height = product.packingUnits().getFirst().height();
        double scale = 110 / Math.max(length, height);
        int width = (int) Math.max(36, length * scale);
        int tall = (int) Math.max(30, height * scale);
        int x = (200 - width) / 2 - 8;
        int y = 150 - tall;
        float hue = product.hue() / 360f;
        fill(graphics, Color.getHSBColor(hue, 0.05f, 0.97f), new int[] {0, 200, 200, 0}, new int[] {0, 0, 200, 200});
        fill(
                graphics,
                Color.getHSBColor(hue, 0.35f, 0.86f),
                new int[] {x, x + 22, x + width + 22, x + width},
                new int[] {y, y - 18, y - 18, y});
        fill(
                graphics,
                Color.getHSBColor(hue, 0.62f, 0.66f),
                new int[] {x + width, x + width + 22, x + width + 22, x + width},
                new int[] {y, y - 18, y - 18 + tall, y + tall});
        fill(graphics, Color.getHSBColor(hue, 0.52f, 0.78f), new int[] {x, x + width, x + width, x}, new int[] {
            y, y, y + tall, y + tall
        });
        String initial = product.title().replaceAll(".*»", "").substring(0, 1);
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
        graphics.drawString(initial, x + width / 2 - 8, y + tall / 2 + 9);
    }

    private static void fill(Graphics2D graphics, Color color, int[] x, int[] y) {
        graphics.setColor(color);
        graphics.fill(new Polygon(x, y, x.length));
    }
}
