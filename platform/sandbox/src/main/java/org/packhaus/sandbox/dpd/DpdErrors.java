package org.packhaus.sandbox.dpd;

import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** DPD's error shapes: a list for what is wrong with a request, one by itself for everything else. */
final class DpdErrors {

    static final String META = "META-API";
    /** The interface of the business unit behind it. */
    static final String UNIT = "BU-API";

    private DpdErrors() {}

    static Reply word(int status, String detail, Request request) {
        ObjectNode error = error("HTTP_" + status, detail, META);
        return Reply.json(status, status == 400 ? Json.array().add(error) : error);
    }

    static Reply unauthorized() {
        return Reply.json(
                401, error("AUTHENTICATION_FAILED", "Authentication information is missing or invalid", META));
    }

    static Reply wrong(ArrayNode errors) {
        return Reply.json(400, errors);
    }

    static Reply wrong(String code, String message, String origin) {
        return wrong(Json.array().add(error(code, message, origin)));
    }

    static ObjectNode error(String code, String message, String origin) {
        return Json.object().put("errorCode", code).put("errorMessage", message).put("errorOrigin", origin);
    }
}
