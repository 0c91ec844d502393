package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ProductPicturesTest {
    private static final byte[] PHOTO = ArchiveTest.picture("jpg", BufferedImage.TYPE_INT_RGB);

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer shop = server();
    private final ProductPictures pictures =
            new ProductPictures(new ProductPictures.Settings(List.of("localhost")), Clock.systemUTC());

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void open() {
        shop.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = switch (exchange.getRequestURI().getPath()) {
                case "/photo.jpg" -> PHOTO;
                case "/huge.jpg" -> new byte[4_000_000];
                default -> "<svg onload='x'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            };
            boolean moved = exchange.getRequestURI().getPath().equals("/moved.jpg");
            if (moved) {
                exchange.getResponseHeaders().add("Location", "/photo.jpg");
            }
            exchange.sendResponseHeaders(moved ? 302 : 200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            } catch (IOException e) {
                // Whoever asks may hang up.
            }
        });
        shop.start();
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    private String at(String host, String path) {
        return "http://" + host + ":" + shop.getAddress().getPort() + path;
    }

    @Test
    void fetchesAPictureOnceAndDrawsItAnew() {
        String address = at("localhost", "/photo.jpg");

        assertThat(pictures.of(List.of(address)).get(address)).startsWith((byte) 0x89, (byte) 'P');
        assertThat(pictures.of(List.of(address))).containsKey(address);
        assertThat(asked).hasValue(1);
    }

    @Test
    void takesNothingThatIsNoPictureOrTooLargeOrElsewhere() {
        assertThat(pictures.of(List.of(
                        at("localhost", "/icon.svg"), at("localhost", "/huge.jpg"), at("localhost", "/moved.jpg"))))
                .isEmpty();
        assertThat(asked).as("redirects are not followed").hasValue(3);
    }

    @Test
    void asksNobodyWhoIsNotAllowed() {
        assertThat(pictures.of(List.of(
                        at("127.0.0.1", "/photo.jpg"),
                        "file:///etc/passwd",
                        "http://169.254.169.254/latest/meta-data",
                        "https://user@localhost/photo.jpg",
                        "https://localhost.example.org/photo.jpg",
                        "nonsense :")))
                .isEmpty();
        assertThat(asked).hasValue(0);
    }

    @Test
    void refusesInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> pictures.of(List.of())).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }
}
