package org.packhaus.plugin;

import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Blacks out what must not be recorded: the connection's secrets, tokens, and whatever a name gives away. */
final class Redaction {
    static final String BLACK = "•••";
    static final int LONGEST_BODY = 16_000;

    /** Shorter ones would black out half the text and are no secrets. */
    private static final int SHORTEST_SECRET = 4;

    private static final Pattern SECRET_HEADER =
            Pattern.compile("authorization|cookie|token|secret|password|api-?key|signature", Pattern.CASE_INSENSITIVE);
    private static final String NAMES =
            "access_token|refresh_token|id_token|client_secret|clientsecret|password|passwd|secret|assertion|api_?key";
    private static final Pattern IN_JSON =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_FORM =
            Pattern.compile("((?:^|[?&])(?:" + NAMES + ")=)[^&\\s]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_XML = Pattern.compile(
            "(<(?:\\w+:)?(?:" + NAMES + ")>)[^<]*|(\\b(?:" + NAMES + ")=\")[^\"]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONG_BASE64 = Pattern.compile("[A-Za-z0-9+/]{400,}={0,2}");

    private final List<String> secrets;

    Redaction(Set<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .flatMap(Redaction::spellings)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> spellings(String secret) {
        String json = JsonText.print(org.packhaus.sdk.Json.of(secret));
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
                json.substring(1, json.length() - 1),
                secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"),
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
    }

    String text(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, BLACK);
        }
        clean = IN_JSON.matcher(clean).replaceAll("$1" + BLACK);
        clean = IN_FORM.matcher(clean).replaceAll("$1" + BLACK);
        return IN_XML.matcher(clean).replaceAll("$1$2" + BLACK);
    }

    String headers(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .map(header -> header.getKey() + ": "
                        + (SECRET_HEADER.matcher(header.getKey()).find()
                                ? BLACK
                                : text(String.join(", ", header.getValue()))))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param whole how long the body was before it was cut
     */
    String body(byte[] body, long whole, String contentType) {
        if (body.length == 0) {
            return "";
        }
        if (!isText(contentType, body)) {
            return "[" + (contentType.isEmpty() ? "binary" : contentType) + ", " + whole + " bytes]";
        }
        String clean = LONG_BASE64
                .matcher(text(new String(body, StandardCharsets.UTF_8)))
                .replaceAll(match -> "[Base64, " + match.group().length() + " characters]");
        boolean cut = clean.length() > LONGEST_BODY || whole > body.length;
        return (clean.length() > LONGEST_BODY ? clean.substring(0, LONGEST_BODY) : clean)
                + (cut ? "\n[cut; " + whole + " bytes in all]" : "");
    }

    private static boolean isText(String contentType, byte[] body) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("json")
                || type.contains("xml")
                || type.startsWith("text/")
                || type.contains("form-urlencoded")) {
            return true;
        }
        return type.isEmpty() && (body[0] == '{' || body[0] == '[' || body[0] == '<');
    }
}
