package org.packhaus.print;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;

/** A printer that speaks IPP over HTTP and takes as many files at once as it is given, so that who lets them overtake is found out. */
final class FakeIppPrinter implements AutoCloseable {
    private static final int PRINT_JOB = 0x0002;
    private static final int END_OF_ATTRIBUTES = 0x03;
    private static final int DELIMITERS = 0x0f;

    private final HttpServer server;
    private final List<String> titles = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger jobs = new AtomicInteger();
    private volatile CountDownLatch paper = new CountDownLatch(0);

    FakeIppPrinter() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ipp/print", this::take);
        server.start();
    }

    String host() {
        return "localhost:" + server.getAddress().getPort();
    }

    String address() {
        return "ipp://" + host() + "/ipp/print";
    }

    /** What it is given now it answers only when there is paper again. */
    void runOut() {
        paper = new CountDownLatch(1);
    }

    void refill() {
        paper.countDown();
    }

    /** Says no to the file of that title from now on, or yes again. */
    void refuse(String title, boolean no) {
        if (no) {
            refused.add(title);
        } else {
            refused.remove(title);
        }
    }

    void forget() {
        titles.clear();
        mostAtOnce.set(0);
    }

    /** The titles of the files, as they began to come in. */
    List<String> titles() {
        return List.copyOf(titles);
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            byte[] request = call.getRequestBody().readAllBytes();
            ByteBuffer head = ByteBuffer.wrap(request);
            int version = head.get();
            int minor = head.get();
            int operation = head.getShort();
            int number = head.getInt();
            skipAttributes(head);
            String title = title(Arrays.copyOfRange(request, head.position(), request.length));
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            titles.add(title);
            paper.await();
            boolean fine = operation == PRINT_JOB && !refused.contains(title);
            atOnce.decrementAndGet();
            byte[] answer = answer(version, minor, fine ? 0x0000 : 0x0507, number);
            call.getResponseHeaders().add("Content-Type", "application/ipp");
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Up to where the document begins (RFC 8010, section 3.1). */
    private static void skipAttributes(ByteBuffer head) {
        int tag = head.get();
        while (tag != END_OF_ATTRIBUTES) {
            if (tag > DELIMITERS) {
                head.position(head.position() + 2 + head.getShort(head.position()));
                head.position(head.position() + 2 + head.getShort(head.position()));
            }
            tag = head.get();
        }
    }

    private static String title(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return document.getDocumentInformation().getTitle();
        }
    }

    private byte[] answer(int version, int minor, int status, int number) {
        byte[] id = "job-id".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(8 + 2 + 3 + id.length + 6 + 1)
                .put((byte) version)
                .put((byte) minor)
                .putShort((short) status)
                .putInt(number)
                .put((byte) 0x01)
                .put((byte) 0x02)
                .put((byte) 0x21)
                .putShort((short) id.length)
                .put(id)
                .putShort((short) 4)
                .putInt(jobs.incrementAndGet())
                .put((byte) END_OF_ATTRIBUTES)
                .array();
    }

    @Override
    public void close() {
        refill();
        server.stop(0);
    }
}
