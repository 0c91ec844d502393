package org.packhaus.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code packhaus.db.*}, from the environment {@code PACKHAUS_DB_URL}, {@code PACKHAUS_DB_USER}, {@code PACKHAUS_DB_PASSWORD}.
 *
 * @param url JDBC URL of a MariaDB of your own; empty means the embedded server
 * @param buffer the embedded server's InnoDB buffer pool; without one what suits the machine
 */
@ConfigurationProperties("packhaus.db")
record DatabaseProperties(
        @Nullable String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @Nullable DataSize buffer) {
    private static final DataSize LEAST = DataSize.ofMegabytes(256);
    private static final DataSize MOST = DataSize.ofGigabytes(2);

    DataSize bufferOrSuiting() {
        return buffer == null ? suiting(memory()) : buffer;
    }

    /** An eighth of the memory: enough for a million orders where there is much, and little where there is little. */
    static DataSize suiting(long memory) {
        return DataSize.ofBytes(Math.clamp(memory / 8, LEAST.toBytes(), MOST.toBytes()));
    }

    /** The machine's, or the container's, in bytes. */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
