package org.packhaus.database;

import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the database. The data source is Spring Boot's; it only learns where to go. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(DatabaseProperties properties, @Value("${packhaus.data:var}") Path data) {
        String url = properties.url();
        return url == null || url.isBlank()
                ? EmbeddedMariaDb.start(data.resolve("db"), properties.bufferOrSuiting(), List.of())
                : new DatabaseServer.External(url, properties.user(), properties.password());
    }

    /** The data source depends on it, so the server outlives the last connection. */
    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(DatabaseServer server) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.url();
            }
        };
    }
}
