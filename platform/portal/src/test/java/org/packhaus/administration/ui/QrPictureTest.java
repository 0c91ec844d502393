package org.packhaus.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final String URI =
            "otpauth://totp/Packhaus:lena.grosse%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Packhaus";
    private static final Pattern BOX = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h");
    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) (\\d+)\"");
    private static final int SCALE = 4;

    /** Drawn from the picture's own numbers, then read as a telephone would. */
    @Test
    void aCameraReadsIt() throws Exception {
        String svg = QrPicture.picture(URI);
        var size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        int width = Integer.parseInt(size.group(1)) * SCALE;
        int height = Integer.parseInt(size.group(2)) * SCALE;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, 0xffffff);
        var boxes = BOX.matcher(svg);
        while (boxes.find()) {
            for (int y = at(boxes.group(2)); y < at(boxes.group(2)) + at(boxes.group(4)); y++) {
                int begin = y * width + at(boxes.group(1));
                Arrays.fill(pixels, begin, begin + at(boxes.group(3)), 0);
            }
        }

        var bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(URI);
    }

    private static int at(String number) {
        return Integer.parseInt(number) * SCALE;
    }
}
