package org.packhaus.journey;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import org.packhaus.plugin.BuiltPlugins;

/** The form of a plugin's settings, whose fields bear the names the plugin gives them in the person's language. */
final class PluginFields {
    private final Properties texts = new Properties();

    private PluginFields() {}

    static PluginFields of(String plugin, Locale language) {
        var fields = new PluginFields();
        try (var jar = new JarFile(BuiltPlugins.jar(plugin).toFile())) {
            for (var suffix : List.of("", "_" + language.getLanguage())) {
                var entry = jar.getEntry("org/packhaus/plugin/" + plugin + "/texts" + suffix + ".properties");
                if (entry != null) {
                    try (var read = new InputStreamReader(jar.getInputStream(entry), StandardCharsets.UTF_8)) {
                        fields.texts.load(read);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fields;
    }

    /** What the form calls a field. */
    String name(String field) {
        return texts.getProperty("settings." + field);
    }

    /** Types or chooses what is wanted, by the plugin's own names; of what the plugin does not ask nothing is typed. */
    void enter(Desk desk, Map<String, String> values) {
        values.forEach((field, value) -> {
            var option = texts.getProperty("settings." + field + "." + value);
            if (option != null) {
                desk.chooses(name(field), option);
            } else if (name(field) != null) {
                desk.fills(name(field), value);
            }
        });
    }
}
