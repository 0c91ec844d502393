package org.packhaus.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The colour profile of sRGB (IEC 61966-2-1), which PDF/A wants enclosed. Computed from the standard's numbers: profiles that lie
 * around have licences of their own, and the JDK's differs from one JDK to the next, so the same paper would not be the same bytes.
 * Form: ICC.1:2001-04 (version 2.4).
 */
final class SrgbProfile {
    private static final int HEADER = 128;
    private static final int STEPS = 1024;
    private static final byte[] BYTES = make();

    private SrgbProfile() {}

    static byte[] bytes() {
        return BYTES.clone();
    }

    private static byte[] make() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", description("sRGB IEC61966-2.1"));
        tags.put("cprt", text("No copyright, use freely"));
        tags.put("wtpt", xyz(0.9505, 1.0, 1.0891));
        // The primaries, adapted to D50 as the profile's connection space wants them (Bradford).
        tags.put("rXYZ", xyz(0.436066, 0.222488, 0.013916));
        tags.put("gXYZ", xyz(0.385147, 0.716873, 0.097076));
        tags.put("bXYZ", xyz(0.143066, 0.060608, 0.714096));
        tags.put("rTRC", curve());
        int shared = tags.size() - 1;
        int table = HEADER + 4 + 12 * (tags.size() + 2);
        int size = table + tags.values().stream().mapToInt(tag -> tag.length).sum();
        ByteBuffer profile = ByteBuffer.allocate(size);
        header(profile, size);
        profile.putInt(tags.size() + 2);
        int at = table;
        int curveAt = 0;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            entry(profile, tag.getKey(), at, tag.getValue().length);
            curveAt = at;
            at += tag.getValue().length;
        }
        byte[] curve = tags.values().stream().skip(shared).findFirst().orElseThrow();
        entry(profile, "gTRC", curveAt, curve.length);
        entry(profile, "bTRC", curveAt, curve.length);
        tags.values().forEach(profile::put);
        return profile.array();
    }

    private static void header(ByteBuffer profile, int size) {
        profile.putInt(size).putInt(0).putInt(0x02400000);
        profile.put(ascii("mntrRGB XYZ "));
        for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
            profile.putShort((short) part);
        }
        profile.put(ascii("acsp"));
        profile.position(68);
        fixed(profile, 0.9642);
        fixed(profile, 1.0);
        fixed(profile, 0.8249);
        profile.position(HEADER);
    }

    private static void entry(ByteBuffer profile, String name, int at, int length) {
        profile.put(ascii(name)).putInt(at).putInt(length);
    }

    private static byte[] description(String words) {
        int count = words.length() + 1;
        ByteBuffer tag = ByteBuffer.allocate(padded(12 + count + 8 + 3 + 67));
        tag.put(ascii("desc")).putInt(0).putInt(count).put(ascii(words));
        return tag.array();
    }

    private static byte[] text(String words) {
        ByteBuffer tag = ByteBuffer.allocate(padded(8 + words.length() + 1));
        tag.put(ascii("text")).putInt(0).put(ascii(words));
        return tag.array();
    }

    private static byte[] xyz(double x, double y, double z) {
        ByteBuffer tag = ByteBuffer.allocate(20);
        tag.put(ascii("XYZ ")).putInt(0);
        fixed(tag, x);
        fixed(tag, y);
        fixed(tag, z);
        return tag.array();
    }

    /** From what is stored to how bright it is. */
    private static byte[] curve() {
        ByteBuffer tag = ByteBuffer.allocate(12 + 2 * STEPS);
        tag.put(ascii("curv")).putInt(0).putInt(STEPS);
        for (int i = 0; i < STEPS; i++) {
            double stored = (double) i / (STEPS - 1);
            double light = stored <= 0.04045 ? stored / 12.92 : StrictMath.pow((stored + 0.055) / 1.055, 2.4);
            tag.putShort((short) Math.round(light * 65535));
        }
        return tag.array();
    }

    private static void fixed(ByteBuffer into, double value) {
        into.putInt((int) Math.round(value * 65536));
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
