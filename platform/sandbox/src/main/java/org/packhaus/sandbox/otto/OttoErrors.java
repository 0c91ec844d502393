package org.packhaus.sandbox.otto;

import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ObjectNode;

/** OTTO words errors differently in each interface; these are the shapes seen. */
final class OttoErrors {

    private OttoErrors() {}

    /** Orders, Products: {@code path, title, detail}. */
    static Reply orders(int status, String detail, Request request) {
        return Reply.json(
                status,
                Json.errors(Json.object()
                        .put("path", request.path())
                        .put("title", title(status))
                        .put("detail", detail)));
    }

    /** Shipments: {@code title, path, detail, jsonPath}; the path comes without version, 401 as the gateway words it. */
    static Reply shipments(int status, String detail, Request request) {
        return switch (status) {
            case 401 -> gateway();
            case 403 -> shipment(403, "INSUFFICIENT_PERMISSION", detail, "", request);
            case 400 -> shipment(400, "BAD_REQUEST", detail, "", request);
            case 429 -> shipment(429, "TOO_MANY_REQUESTS", detail, "", request);
            default -> shipment(status, "INTERNAL_SERVER_ERROR", detail, "", request);
        };
    }

    static Reply shipment(int status, String title, String detail, String jsonPath, Request request) {
        ObjectNode error =
                Json.object().put("title", title).put("detail", detail).put("path", versionless(request));
        if (!jsonPath.isEmpty()) {
            error.put("jsonPath", jsonPath);
        }
        return Reply.json(status, Json.errors(error));
    }

    /** Availability: {@code path, title, code, detail, logref}. */
    static Reply availability(int status, String detail, Request request) {
        return status == 401
                ? gateway()
                : Reply.json(status, Json.errors(availabilityError(status, detail, request, "")));
    }

    /** Returns, Price-Reductions: as Availability. Acceptance documents no 400, so what cannot be read is a 422 there. */
    static Reply returns(int status, String detail, Request request) {
        boolean acceptance = request.path().endsWith("/returns/acceptance");
        return availability(status == 400 && acceptance ? 422 : status, detail, request);
    }

    static ObjectNode availabilityError(int status, String detail, Request request, String logref) {
        return Json.object()
                .put("path", request.path())
                .put("title", title(status))
                .put("code", status)
                .put("detail", detail)
                .put("logref", logref);
    }

    /** ShippingProfiles: {@code type, title, status, validationErrors}. */
    static Reply profiles(int status, String detail, Request request) {
        if (status == 401) {
            return gateway();
        }
        ObjectNode body = Json.object()
                .put("type", "about:blank")
                .put("title", title(status))
                .put("status", status);
        body.putArray("validationErrors")
                .add(Json.object().put("detail", detail).put("logref", request.path()));
        return Reply.json(status, body);
    }

    /** ReturnsWarehouse: {@code message, jsonPath}. */
    static Reply warehouse(int status, String detail, Request request) {
        return status == 401
                ? gateway()
                : Reply.json(status, Json.errors(Json.object().put("message", detail)));
    }

    /** The token endpoint: OAuth 2's own shape. */
    static Reply token(int status, String detail, Request request) {
        String code = switch (status) {
            case 401 -> "invalid_client";
            case 429 -> "too_many_requests";
            case 400 -> "invalid_request";
            default -> "server_error";
        };
        return oauth(status, code, detail);
    }

    static Reply oauth(int status, String code, String description) {
        return Reply.json(status, Json.object().put("error", code).put("error_description", description));
    }

    private static Reply gateway() {
        return Reply.json(401, Json.object().put("message", "Unauthorized"));
    }

    static Refused badRequest(Request request) {
        return new Refused(orders(400, "Cannot parse request - please check query parameters and/or body", request));
    }

    private static String versionless(Request request) {
        return request.path().replaceFirst("^/v\\d+", "");
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 412 -> "Precondition Failed";
            case 413 -> "Payload too large";
            case 422 -> "Unprocessable Entity";
            case 424 -> "Failed Dependency";
            case 429 -> "Too Many Requests";
            default -> "Internal Server Error";
        };
    }
}
