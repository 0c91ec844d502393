package org.packhaus.sandbox.dhl;

import java.util.Map;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** DHL's error shapes. */
final class DhlErrors {

    private DhlErrors() {}

    /** Of the gateway: {@code title, statusCode, status, detail} at the top. */
    static Reply gateway(int status, String detail, Request request) {
        String title = switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 404 -> "Not Found";
            case 429 -> "Too Many Requests";
            default -> "Internal Server Error";
        };
        return reply(
                status,
                Json.object()
                        .put("title", title)
                        .put("statusCode", status)
                        .put("status", status)
                        .put("detail", detail));
    }

    static Reply unauthorized(Request request) {
        return gateway(401, "Unauthorized for given resource.", request);
    }

    /** An answer with a status and items. */
    static Reply items(int status, String title, String detail, ArrayNode items) {
        ObjectNode body = Json.object();
        body.set("status", status(status, title, detail));
        body.set("items", items);
        return reply(status, body);
    }

    private static Reply reply(int status, ObjectNode body) {
        Reply reply = Reply.json(status, body);
        return status < 400 ? reply : new Reply(status, "application/problem+json", reply.body(), Map.of());
    }

    static ObjectNode status(int status, String title, String detail) {
        ObjectNode json =
                Json.object().put("title", title).put("statusCode", status).put("status", status);
        return detail.isEmpty() ? json : json.put("detail", detail);
    }
}
