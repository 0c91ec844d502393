package org.packhaus.labelcheck;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one picture of an EPL2 label, drawn by the language's manual: {@code GWx,y,bytes,rows,} and a bit that is set stays white. */
final class EplPicture {
    private static final Pattern GRAPHIC = Pattern.compile("\nGW(\\d+),(\\d+),(\\d+),(\\d+),");

    private EplPicture() {}

    static BufferedImage of(byte[] epl) {
        Matcher head = GRAPHIC.matcher(new String(epl, StandardCharsets.ISO_8859_1));
        if (!head.find()) {
            throw new IllegalArgumentException("No GW in this EPL");
        }
        int bytes = Integer.parseInt(head.group(3));
        int rows = Integer.parseInt(head.group(4));
        if (epl.length < head.end() + bytes * rows) {
            throw new IllegalArgumentException("The picture ends too early");
        }
        BufferedImage picture = new BufferedImage(bytes * 8, rows, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < bytes * 8; x++) {
                boolean white = (epl[head.end() + y * bytes + x / 8] >> (7 - x % 8) & 1) == 1;
                picture.setRGB(x, y, white ? 0xffffffff : 0xff000000);
            }
        }
        return picture;
    }
}
