package org.packhaus.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a printer would do with a stream, by the languages' manuals: ZPL acts at each caret or tilde wherever it stands, EPL2 at each line.
 * Knows nothing of how our writers work.
 */
public final class PrinterCommands {
    private PrinterCommands() {}

    /** How often each command of a ZPL stream would be carried out. */
    public static Map<String, Integer> zpl(String stream) {
        Map<String, Integer> commands = new TreeMap<>();
        for (int i = 0; i < stream.length(); i++) {
            if (stream.charAt(i) == '^' || stream.charAt(i) == '~') {
                StringBuilder name = new StringBuilder().append(stream.charAt(i));
                for (int j = i + 1; j < stream.length() && name.length() < 3; j++) {
                    if (stream.charAt(j) > ' ') {
                        name.append(stream.charAt(j));
                    }
                }
                commands.merge(name.toString().toUpperCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return commands;
    }

    /** The first letter of each line of an EPL2 stream without pictures. */
    public static List<String> epl(byte[] stream) {
        List<String> commands = new ArrayList<>();
        for (String line : new String(stream, StandardCharsets.ISO_8859_1).split("[\\r\\n]")) {
            if (!line.isEmpty()) {
                commands.add(line.substring(0, 1));
            }
        }
        return commands;
    }
}
