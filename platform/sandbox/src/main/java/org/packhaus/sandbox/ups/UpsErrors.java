package org.packhaus.sandbox.ups;

import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ObjectNode;

/** {@code {"response":{"errors":[{"code","message"}]}}}, the one shape UPS has. */
final class UpsErrors {

    private UpsErrors() {}

    /** What is nobody's business but the gateway's. */
    static Reply gateway(int status, String detail, Request request) {
        return status == 429 ? error(429, "10429", "Too Many Requests") : error(status, "10" + status, detail);
    }

    static Reply error(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putObject("response")
                .putArray("errors")
                .addObject()
                .put("code", code)
                .put("message", message);
        return Reply.json(status, body);
    }

    /** Ends a request that UPS understood and does not want. */
    static Refused refused(String code, String message) {
        return new Refused(error(400, code, message));
    }
}
