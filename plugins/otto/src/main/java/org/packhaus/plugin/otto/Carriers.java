package org.packhaus.plugin.otto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What OTTO calls the carriers. Its list grew from 19 to 60 names in four years, so it is data: {@code carriers.properties},
 * and a line in the settings for what came since.
 */
final class Carriers {
    /** OTTO takes no others for the way back. */
    static final Set<String> FOR_RETURNS = Set.of("DHL", "GLS", "HERMES");

    private static final Map<String, String> KNOWN = load();

    private final Map<String, String> names;

    private Carriers(Map<String, String> names) {
        this.names = names;
    }

    static Carriers of(OttoSettings settings) {
        Map<String, String> names = new TreeMap<>(KNOWN);
        for (String entry : settings.carrierNames().orElse("").split(",")) {
            String[] parts = entry.split("=", 2);
            if (parts.length == 2) {
                names.put(parts[0].strip().toUpperCase(Locale.ROOT), parts[1].strip());
            }
        }
        return new Carriers(names);
    }

    /** The codes of all carriers OTTO takes. */
    Set<String> codes() {
        return names.keySet();
    }

    /** OTTO's name of the carrier with that code. */
    Optional<String> name(String code) {
        return Optional.ofNullable(names.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The code of the carrier that OTTO calls so; OTTO's own word if nobody translated it. */
    String code(String name) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .sorted((a, b) -> Boolean.compare(b.equals(name), a.equals(name)))
                .findFirst()
                .orElse(name);
    }

    private static Map<String, String> load() {
        try (InputStream in = Carriers.class.getResourceAsStream("carriers.properties")) {
            Properties lines = new Properties();
            lines.load(java.util.Objects.requireNonNull(in, "carriers.properties"));
            return lines.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(c -> c, lines::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
