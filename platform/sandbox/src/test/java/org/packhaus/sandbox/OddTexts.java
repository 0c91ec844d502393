package org.packhaus.sandbox;

import java.util.List;
import java.util.Random;

/** Names and lines as nobody should write them: printers' commands, their escapes, control characters, every script, no end. */
public final class OddTexts {
    private static final List<String> PIECES = List.of(
            "Änne Groß",
            "Am Sägewerk 7",
            "^",
            "~",
            "^XA",
            "^XZ",
            "^FS",
            "^FD",
            "^FH\\",
            "^FN1",
            "^CC#",
            "^PQ99",
            "^JUS",
            "^IDR:*.*",
            "~DG",
            "~DGR:X.GRF,8,1,FF",
            "~JA",
            "~HS",
            "_",
            "_5E",
            "_5EXZ",
            "_7EJR",
            "__5E",
            "_5",
            "\\",
            "\\&",
            "\"",
            "\\\"",
            "\nN\nq100\n",
            "\nP9\n",
            "\r\nGW0,0,1,1,",
            "\u0000",
            "\u0002",
            "\u0003",
            "\u0010",
            "\u001b",
            "\u007f",
            "\u0085",
            "\u2028",
            "\t",
            ">;",
            ">8",
            "%",
            ",",
            ";",
            ":",
            "王伟",
            "東京都千代田区",
            "김민준",
            "😀👨‍👩‍👧",
            "שלום",
            "محمد \u202eABC\u202c",
            "\u200b",
            "\ufeff",
            "\ufffd",
            "\ud800",
            "e\u0301\u0323",
            "＾ＸＺ",
            "ˆXZ",
            "˜JA",
            "%5EXZ",
            "&#94;XZ",
            "\\u005eXZ");

    private final Random random;

    public OddTexts(long seed) {
        random = new Random(seed);
    }

    /** Never blank, so that a harmless text in its place prints as many fields. */
    public String next() {
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        if (random.nextInt(400) == 0) {
            text.repeat("^FS^XZ~JA Am langen Weg ", 200);
        }
        return text.toString().isBlank() ? text + "x" : text.toString();
    }

    public List<String> lines(int count) {
        return java.util.stream.Stream.generate(this::next).limit(count).toList();
    }
}
