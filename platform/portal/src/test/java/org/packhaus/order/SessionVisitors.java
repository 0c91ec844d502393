package org.packhaus.order;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * People who sign in, open the order list and leave it open, as a browser's client does it over the wire: form, page, {@code v-r=init},
 * navigation, push connection, the grid's word that its rows have come. A browser each would take more memory than there is.
 */
final class SessionVisitors {
    /** What a browser tells of its window. */
    private static final String WINDOW =
            "&v-sh=900&v-sw=1440&v-wh=900&v-ww=1440&v-bh=900&v-bw=1440&v-tzo=-60&v-dstd=0&v-rtzo=-60&v-dston=false"
                    + "&v-tzid=Europe%2FBerlin&v-wn=window&v-td=false&v-pr=1&v-np=Linux&v-cs=light&v-pv=VISIBLE&v-tn=aura";

    private static final Pattern SYNC = Pattern.compile("\"syncId\":(\\d+)");
    /** The grid's wish that an update is confirmed. */
    private static final Pattern CONFIRM = Pattern.compile("\\[(\\d+)[^\\[\\]]*,\"[^\"]*connector\\.confirm");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<WebSocket> open = new ArrayList<>();
    private final URI portal;
    private final String email;
    private final String password;

    private SessionVisitors(URI portal, String email, String password) {
        this.portal = portal;
        this.email = email;
        this.password = password;
    }

    /** Reads how many more are to come, line by line, and says when they have. */
    public static void main(String[] arguments) throws Exception {
        var visitors = new SessionVisitors(URI.create(arguments[0]), arguments[1], arguments[2]);
        try (var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                for (int i = 0; i < Integer.parseInt(line); i++) {
                    visitors.come();
                }
                System.out.println(line);
            }
        }
    }

    private void come() throws IOException, InterruptedException {
        var visitor = new Visitor();
        visitor.signIn();
        visitor.openList();
    }

    /** A browser's window: its cookie and the page in it. */
    private final class Visitor {
        private String cookie = "";
        private String page = "";
        private String key = "";
        private String grid = "";
        private int turn;
        private int seen;

        void signIn() throws IOException, InterruptedException {
            get("/login");
            var form = opens("login");
            var hidden = find(form, "\"node\":(\\d+),\"type\":\"put\",\"key\":\"name\",\"feat\":3,\"value\":\"_csrf\"");
            var token = find(
                    form,
                    "\"node\":" + hidden + ",\"type\":\"put\",\"key\":\"value\",\"feat\":3,\"value\":\"([^\"]+)\"");
            leaves();
            post(
                    "/login",
                    "application/x-www-form-urlencoded",
                    "_csrf=" + encoded(token) + "&username=" + encoded(email) + "&password=" + encoded(password));
        }

        void openList() throws IOException, InterruptedException {
            get("/orders");
            var list = opens("orders");
            grid = find(list, "\"node\":(\\d+),\"type\":\"put\",\"key\":\"tag\",\"feat\":0,\"value\":\"vaadin-grid\"");
            confirm("0");
        }

        private void confirm(String update) throws IOException, InterruptedException {
            tell("{\"type\":\"publishedEventHandler\",\"node\":" + grid
                    + ",\"templateEventMethodName\":\"confirmUpdate\",\"templateEventMethodArgs\":[" + update
                    + "],\"promise\":0}");
        }

        /** What the server says by itself: rows that are new are taken note of, else it would keep the old ones. */
        void hears(String message) {
            try {
                synchronized (this) {
                    knows(message);
                    var update = CONFIRM.matcher(message);
                    if (update.find()) {
                        confirm(update.group(1));
                    }
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private void knows(String message) {
            SYNC.matcher(message).results().forEach(id -> seen = Integer.parseInt(id.group(1)));
        }

        private String opens(String route) throws IOException, InterruptedException {
            var init = get("/?v-r=init&location=" + route + "&query=" + WINDOW);
            page = find(init, "\"v-uiId\":(\\d+)");
            key = find(init, "\"Vaadin-Security-Key\":\"([^\"]+)\"");
            turn = 0;
            seen = 0;
            var shown = tell(
                    "{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{\"route\":\"/" + route
                            + "\",\"query\":\"\",\"appShellTitle\":\"Packhaus\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}");
            listen(find(init, "\"Vaadin-Push-ID\":\"([^\"]+)\""));
            return shown;
        }

        private synchronized String tell(String what) throws IOException, InterruptedException {
            var answer = post(
                    "/?v-r=uidl&v-uiId=" + page,
                    "application/json; charset=UTF-8",
                    "{\"csrfToken\":\"" + key + "\",\"rpc\":[" + what + "],\"syncId\":" + seen + ",\"clientId\":" + turn
                            + "}");
            knows(answer);
            turn++;
            return answer;
        }

        /** As a page says it that another takes the place of. */
        private void leaves() throws IOException, InterruptedException {
            post(
                    "/?v-r=uidl&v-uiId=" + page,
                    "text/plain;charset=UTF-8",
                    "{\"csrfToken\":\"" + key + "\",\"rpc\":[],\"syncId\":" + seen + ",\"clientId\":" + turn
                            + ",\"UNLOAD\":true}");
            open.removeLast().abort();
        }

        private void listen(String pushId) {
            open.add(http.newWebSocketBuilder()
                    .header("Cookie", cookie)
                    .buildAsync(
                            URI.create("ws://" + portal.getAuthority() + "/VAADIN/push?v-r=push&v-uiId=" + page
                                    + "&v-pushId="
                                    + pushId
                                    + "&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
                                    + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%20charset=UTF-8"
                                    + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0"),
                            new Ear(this))
                    .join());
        }

        private String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(portal.resolve(path)).GET());
        }

        private String post(String path, String type, String body) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(portal.resolve(path))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body)));
        }

        private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
            request.header(
                            "User-Agent",
                            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36")
                    .header("Accept-Language", "en");
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(answer.statusCode() + " of " + answer.uri());
            }
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("JSESSIONID="))
                    .forEach(set -> cookie = set.replaceAll(";.*", ""));
            return answer.body();
        }
    }

    /** Puts a message together and has it heard. */
    private static final class Ear implements WebSocket.Listener {
        private final Visitor visitor;
        private final StringBuilder message = new StringBuilder();

        Ear(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                var whole = message.toString();
                message.setLength(0);
                if (SYNC.matcher(whole).find()) {
                    Thread.startVirtualThread(() -> visitor.hears(whole));
                }
            }
            socket.request(1);
            return null;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String find(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("Nothing like " + pattern + " in " + text);
        }
        return found.group(1);
    }
}
