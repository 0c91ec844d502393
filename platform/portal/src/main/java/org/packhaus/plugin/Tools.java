package org.packhaus.plugin;

import java.net.http.HttpClient;
import java.time.Clock;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginTools;

/** What an extension gets through its constructor. */
record Tools(HttpClient http, Clock clock) implements PluginTools {

    @Override
    public Json parse(String text) {
        return JsonText.parse(text);
    }

    @Override
    public String print(Json json) {
        return JsonText.print(json);
    }
}
