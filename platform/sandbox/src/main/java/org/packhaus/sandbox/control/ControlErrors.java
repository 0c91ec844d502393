package org.packhaus.sandbox.control;

import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;

/** The control API says in one sentence what was wrong. */
final class ControlErrors {

    private ControlErrors() {}

    static Reply word(int status, String detail, Request request) {
        return Reply.json(status, Json.object().put("status", status).put("error", detail));
    }

    static Refused bad(String detail) {
        return new Refused(Reply.json(400, Json.object().put("status", 400).put("error", detail)));
    }

    static Refused missing(String detail) {
        return new Refused(Reply.json(404, Json.object().put("status", 404).put("error", detail)));
    }
}
