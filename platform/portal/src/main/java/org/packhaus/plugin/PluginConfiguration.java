package org.packhaus.plugin;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the host together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PluginProperties.class)
class PluginConfiguration {

    @Bean(destroyMethod = "end")
    PluginHttpClient pluginHttpClient(
            PluginProperties properties, RateLimit rates, ExchangeLog exchanges, Clock clock) {
        return new PluginHttpClient(
                properties, rates, properties.recordExchanges() ? exchanges::add : exchange -> {}, clock);
    }

    @Bean(destroyMethod = "")
    PluginFolder pluginFolder(
            PluginProperties properties,
            PluginFiles files,
            PluginHttpClient http,
            Clock clock,
            @Value("${packhaus.data:var}") Path data) {
        Path folder = folder(properties, data);
        PluginJars jars = new PluginJars(folder);
        Tools tools = new Tools(http, clock);
        return new PluginFolder(folder, new Trust(properties), files, jars, new PluginLoading(jars, manifest -> tools));
    }

    /** Asks the same questions as the folder, of PF4J's version check only: it loads nothing. */
    @Bean
    Upload pluginUpload(
            PluginProperties properties, PluginHttpClient http, Clock clock, @Value("${packhaus.data:var}") Path data) {
        Path folder = folder(properties, data);
        Tools tools = new Tools(http, clock);
        return new Upload(folder, new Trust(properties), new PluginLoading(new PluginJars(folder), manifest -> tools));
    }

    private static Path folder(PluginProperties properties, Path data) {
        Path set = properties.folder();
        return set == null ? data.resolve("plugins") : set;
    }

    @Bean
    FolderWatch folderWatch(PluginFolder folder, PluginProperties properties) {
        return new FolderWatch(folder, properties.look());
    }

    @Bean
    PluginHost pluginHost(
            PluginFolder folder,
            PluginFiles files,
            ConnectionService connections,
            PluginProperties properties,
            Clock clock) {
        CircuitBreakers breakers = new CircuitBreakers(properties.breaker(), clock);
        return new DefaultPluginHost(new DoorFrame(folder, of(connections), breakers, properties, clock), files);
    }

    private static Connections of(ConnectionService service) {
        return new Connections() {
            @Override
            public ConnectionRow connection(ConnectionId id) {
                return service.connection(id);
            }

            @Override
            public Map<String, String> settings(ConnectionId id) {
                return service.settings(id);
            }

            @Override
            public void markBroken(ConnectionId id, String code, String text) {
                service.markBroken(id, code, text);
            }

            @Override
            public void markWorking(ConnectionId id) {
                service.markWorking(id);
            }

            @Override
            public void markFailing(ConnectionId id, String code, String text) {
                service.markFailing(id, code, text);
            }
        };
    }
}
