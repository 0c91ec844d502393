package org.packhaus.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code packhaus.db.*}, from the environment {@code PACKHAUS_DB_URL}, {@code PACKHAUS_DB_USER}, {@code PACKHAUS_DB_PASSWORD}.
 *
 * @param url JDBC URL of a MariaDB of your own; empty means the embedded server
 * @param buffer the embedded server's InnoDB buffer pool
 */
@ConfigurationProperties("packhaus.db")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("256MB") DataSize buffer) {}
