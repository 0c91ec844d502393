package org.packhaus.sandbox.gls;

import java.util.Map;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ObjectNode;

/** GLS's error shapes: ShipIT's are in headers, the gateway's and the token service's in JSON. */
final class GlsErrors {

    private static final String QUOTA = "Rate limit quota violation. Quota limit  exceeded. Identifier : sandbox";

    private GlsErrors() {}

    /** An empty body, with what is wrong in the headers {@code error} and {@code message}. */
    static Reply shipIt(int status, String error, String message) {
        // Headers hold ASCII only.
        return new Reply(status, "", new byte[0], Map.of("error", error, "message", message.replaceAll("[^ -~]", "?")));
    }

    static Refused mandatory(String field) {
        return new Refused(shipIt(400, "MANDATORY_PARAMETER_NOT_SET", "Mandatory parameter " + field + " is not set."));
    }

    static Refused invalid(String field, String value, String why) {
        return new Refused(shipIt(
                400,
                "INVALID_FIELD_VALUE",
                "Invalid field " + field + ". Value " + value + " is not a valid value. " + why));
    }

    /** How ShipIT words what is not the caller's business. */
    static Reply shipIt(int status, String detail, Request request) {
        return status == 429 ? quota() : shipIt(status, status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR", detail);
    }

    /** How Track &amp; Trace does. */
    static Reply tracking(int status, String detail, Request request) {
        return status == 429
                ? quota()
                : Reply.json(
                        status,
                        Json.object()
                                .put("type", "about:blank")
                                .put("title", title(status))
                                .put("status", status)
                                .put("detail", detail)
                                .put("instance", request.path().replaceFirst("^/track-and-trace-v1", "")));
    }

    /** How the token service does. */
    static Reply token(int status, String detail, Request request) {
        return status == 429
                ? quota()
                : Reply.json(
                        status, Json.errors(Json.object().put("message", detail).put("type", String.valueOf(status))));
    }

    private static Reply quota() {
        return fault(429, QUOTA, "policies.ratelimit.QuotaViolation");
    }

    /** Of the gateway before all of them. */
    static Reply fault(int status, String text, String code) {
        ObjectNode body = Json.object();
        body.putObject("fault").put("faultstring", text).putObject("detail").put("errorcode", code);
        return Reply.json(status, body);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            default -> "Internal Server Error";
        };
    }
}
