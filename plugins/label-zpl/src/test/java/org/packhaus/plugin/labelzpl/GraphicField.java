package org.packhaus.plugin.labelzpl;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws the one {@code ^GFA} of each label, from the language's manual and not from our writer: hex digits, repeats, comma, colon. */
final class GraphicField {
    private static final Pattern FIELD = Pattern.compile("\\^GFA,(\\d+),(\\d+),(\\d+),([0-9A-Fa-fG-Zg-z,:!]*)\\^FS");

    private GraphicField() {}

    static List<BufferedImage> pictures(String zpl) {
        List<BufferedImage> pictures = new ArrayList<>();
        Matcher field = FIELD.matcher(zpl);
        while (field.find()) {
            int bytesPerRow = Integer.parseInt(field.group(3));
            pictures.add(picture(field.group(4), bytesPerRow, Integer.parseInt(field.group(2)) / bytesPerRow));
        }
        return pictures;
    }

    private static BufferedImage picture(String data, int bytesPerRow, int rows) {
        int digits = bytesPerRow * 2;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int repeat = 0;
        for (char c : data.toCharArray()) {
            if (c == ',' || c == '!') {
                line.repeat(c == ',' ? '0' : 'F', digits - line.length());
            } else if (c == ':') {
                lines.add(lines.getLast());
                continue;
            } else if (c >= 'G' && c <= 'Y') {
                repeat += c - 'G' + 1;
                continue;
            } else if (c >= 'g' && c <= 'z') {
                repeat += (c - 'g' + 1) * 20;
                continue;
            } else {
                line.repeat(c, Math.max(1, repeat));
                repeat = 0;
            }
            if (line.length() == digits) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        if (lines.size() != rows) {
            throw new AssertionError(lines.size() + " rows instead of " + rows);
        }
        BufferedImage picture = new BufferedImage(bytesPerRow * 8, rows, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < bytesPerRow * 8; x++) {
                boolean black = (Character.digit(lines.get(y).charAt(x / 4), 16) >> (3 - x % 4) & 1) == 1;
                picture.setRGB(x, y, black ? 0xff000000 : 0xffffffff);
            }
        }
        return picture;
    }
}
