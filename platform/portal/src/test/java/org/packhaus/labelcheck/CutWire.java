package org.packhaus.labelcheck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The wire between agent and portal, and a pair of scissors. */
final class CutWire implements AutoCloseable {
    private final int portal;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean cut;

    CutWire(int portal) throws IOException {
        this.portal = portal;
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try {
                    Socket agent = door.accept();
                    if (cut) {
                        refused.incrementAndGet();
                        agent.close();
                    } else {
                        join(agent, new Socket(InetAddress.getLoopbackAddress(), portal));
                    }
                } catch (IOException e) {
                    // Closed, or the portal is not there: the agent tries again.
                }
            }
        });
    }

    private void join(Socket agent, Socket server) {
        open.add(agent);
        open.add(server);
        pump(agent, server);
        pump(server, agent);
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // Cut.
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    /** In the middle of whatever is under way. */
    void cut() throws IOException {
        cut = true;
        for (Socket socket : open) {
            socket.close();
        }
    }

    void mend() {
        cut = false;
    }

    /** How often the agent knocked while it was cut. */
    long refused() {
        return refused.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
