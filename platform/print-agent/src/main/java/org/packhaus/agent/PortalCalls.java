package org.packhaus.agent;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What the portal is asked and told. */
final class PortalCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WAIT_SECONDS = 20;

    private final HttpClient http;
    private final URI server;
    private final String token;

    PortalCalls(URI server, String token) {
        this.server = server;
        this.token = token;
        this.http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The portal refuses the token: no use in asking again. */
    static final class TokenRefused extends Exception {
        private static final long serialVersionUID = 1L;

        TokenRefused() {
            super(
                    "The portal refuses the token. Get a new one for this station, under Print stations, and start again.");
        }
    }

    /** The next file; waits for one a while. */
    Optional<Job> next() throws IOException, InterruptedException, TokenRefused {
        HttpResponse<byte[]> answer = http.send(
                request("api/print-agent/next?wait=" + WAIT_SECONDS).GET().build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return switch (answer.statusCode()) {
            case 200 ->
                Optional.of(new Job(
                        Long.parseLong(header(answer, "Packhaus-Task")),
                        header(answer, "Packhaus-Printer"),
                        header(answer, "Packhaus-Title"),
                        header(answer, "Content-Type"),
                        answer.body()));
            case 204 -> Optional.empty();
            default -> throw failure(answer.statusCode());
        };
    }

    /** @param state SENT, PRINTED or FAILED */
    void report(long job, String state, String text) throws IOException, InterruptedException, TokenRefused {
        HttpResponse<Void> answer = http.send(
                request("api/print-agent/tasks/" + job + "?state=" + state + "&text="
                                + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        // 404: the portal has forgotten it, so there is nobody to tell.
        if (answer.statusCode() != 204 && answer.statusCode() != 404) {
            throw failure(answer.statusCode());
        }
    }

    private static IOException failure(int status) throws TokenRefused {
        if (status == 401 || status == 403) {
            throw new TokenRefused();
        }
        return new IOException("the portal answered with HTTP " + status);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private static String header(HttpResponse<?> answer, String name) throws IOException {
        String value = answer.headers().firstValue(name).orElseThrow(() -> new IOException("the answer lacks " + name));
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
