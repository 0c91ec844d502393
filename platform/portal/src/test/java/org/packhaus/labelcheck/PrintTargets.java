package org.packhaus.labelcheck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sockets that take labels as printers do at port 9100, and one that nobody listens at. */
final class PrintTargets implements AutoCloseable {
    private final ServerSocket straight = open();
    private final ServerSocket behindAgent = open();
    private final int dead;
    private final Map<ServerSocket, List<byte[]>> received = new ConcurrentHashMap<>();

    PrintTargets(Path out) throws IOException {
        try (ServerSocket gone = open()) {
            dead = gone.getLocalPort();
        }
        listen(straight);
        listen(behindAgent);
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private void listen(ServerSocket printer) {
        received.put(printer, new CopyOnWriteArrayList<>());
        Thread.ofVirtual().start(() -> {
            while (!printer.isClosed()) {
                try (Socket socket = printer.accept()) {
                    received.get(printer).add(socket.getInputStream().readAllBytes());
                } catch (IOException e) {
                    // Closed: the check is over.
                }
            }
        });
    }

    /** What the portal may reach. @param cups {@code host:port}, or null */
    String hosts(@org.jspecify.annotations.Nullable String cups) {
        return straight() + "," + deadEnd() + (cups == null ? "" : "," + cups);
    }

    String straight() {
        return "127.0.0.1:" + straight.getLocalPort();
    }

    String behindAgent() {
        return "127.0.0.1:" + behindAgent.getLocalPort();
    }

    String deadEnd() {
        return "127.0.0.1:" + dead;
    }

    List<byte[]> receivedStraight() {
        return received.getOrDefault(straight, List.of());
    }

    List<byte[]> receivedBehindAgent() {
        return received.getOrDefault(behindAgent, List.of());
    }

    @Override
    public void close() throws IOException {
        straight.close();
        behindAgent.close();
    }
}
