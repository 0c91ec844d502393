package org.packhaus.labelcheck;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** ZBar reads the saved pictures once more: two programs that share no line agree, or one of them is wrong. It knows no square codes. */
final class SecondOpinion {
    private static final int AT_ONCE = 25;

    private record Seen(String format, StoredLabel label) {}

    private final Map<Path, Seen> pictures = new LinkedHashMap<>();
    private final boolean there = Programs.has("zbarimg");

    boolean isThere() {
        return there;
    }

    synchronized void add(String format, StoredLabel label, Path picture) {
        if (there) {
            pictures.put(picture.toAbsolutePath(), new Seen(format + ", by ZBar", label));
        }
    }

    void check(Tally tally) throws IOException {
        List<Path> all = List.copyOf(pictures.keySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Path> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            List<String> command =
                    new ArrayList<>(List.of("zbarimg", "-q", "--xml", "-Sdisable", "-Scode128.enable", "-Si25.enable"));
            some.forEach(file -> command.add(file.toString()));
            Map<String, TreeSet<String>> read = values(Programs.run(command));
            for (Path file : some) {
                Seen seen = Objects.requireNonNull(pictures.get(file));
                tally.addNumber(seen.format(), seen.label(), read.getOrDefault(file.toString(), new TreeSet<>()));
            }
        }
    }

    private static Map<String, TreeSet<String>> values(String xml) {
        Map<String, TreeSet<String>> values = new LinkedHashMap<>();
        String file = "";
        for (String part : xml.split("(?=<source |<data)")) {
            if (part.startsWith("<source ")) {
                file = part.replaceAll("(?s)^<source href='([^']*)'.*", "$1");
            } else if (part.startsWith("<data")) {
                String value = part.replaceAll("(?s).*<!\\[CDATA\\[(.*?)\\]\\]>.*", "$1");
                values.computeIfAbsent(file, key -> new TreeSet<>()).add(value);
            }
        }
        return values;
    }
}
