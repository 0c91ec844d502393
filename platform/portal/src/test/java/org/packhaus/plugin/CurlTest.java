package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.packhaus.seller.ConnectionId;

class CurlTest {

    private static ExchangeRow request(String url, String headers, String body) {
        return new ExchangeRow(
                1, new ConnectionId(1), Instant.EPOCH, "b7", "POST", url, 200, 12, headers, body, "", "", null);
    }

    @Test
    void repeatsARequestWithoutItsSecret() {
        var row = request(
                "https://carrier.example/orders?validate=true",
                "Authorization: …\nContent-Type: application/json\nContent-Length: 12",
                "{\"a\":1}");

        assertThat(row.curl()).isEqualTo("""
                curl -X POST 'https://carrier.example/orders?validate=true' \\
                  -H 'Authorization: …' \\
                  -H 'Content-Type: application/json' \\
                  --data-raw '{"a":1}'""");
    }

    @Test
    void aShellReadsBackWhatWasSent() throws IOException, InterruptedException {
        var body = "{\"city\":\"L'Aquila $(id) `id` \\\\ \"}\n2";
        var command = request("https://carrier.example/x?q='", "", body).curl();
        var shell = new ProcessBuilder("sh", "-c", "curl() { printf '%s\\n' \"$@\"; }; " + command)
                .redirectErrorStream(true)
                .start();
        var said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).isZero();
        assertThat(said).isEqualTo("-X\nPOST\nhttps://carrier.example/x?q='\n--data-raw\n" + body + "\n");
    }
}
