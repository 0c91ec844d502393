package org.packhaus.shipment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Gives this process its name in the ledger: a random one in the data folder, held by a file lock. Whoever holds the lock knows that an
 * earlier life of the name is dead, so what that left is settled at once instead of after its lease. A process that cannot have the
 * lock takes a name of its own and waits for leases.
 */
@Configuration(proxyBeanMethods = false)
class NodeConfiguration {
    private static final Logger log = LoggerFactory.getLogger(NodeConfiguration.class);

    @Bean
    NodeLock nodeLock(@Value("${packhaus.data:var}") Path data) {
        return NodeLock.take(data.resolve("node"));
    }

    @Bean
    Node node(NodeLock lock, Clock clock) {
        return new Node(lock.name(), clock.instant());
    }

    record NodeLock(
            String name,
            @Nullable FileChannel channel,
            @Nullable FileLock lock) implements AutoCloseable {

        static NodeLock take(Path file) {
            FileChannel channel = null;
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new NodeLock(read(channel), channel, lock);
                }
                channel.close();
            } catch (IOException | OverlappingFileLockException e) {
                log.info("This node takes a name for this run only: {}", e.toString());
                closeQuietly(channel);
            }
            return new NodeLock(UUID.randomUUID().toString(), null, null);
        }

        private static String read(FileChannel channel) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(64);
            channel.read(buffer, 0);
            String name = new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
            if (name.isEmpty()) {
                name = UUID.randomUUID().toString();
                channel.write(ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)), 0);
                channel.force(true);
            }
            return name;
        }

        private static void closeQuietly(@Nullable FileChannel channel) {
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException e) {
                log.debug("Could not close the node's file", e);
            }
        }

        @Override
        public void close() {
            closeQuietly(channel);
        }
    }
}
