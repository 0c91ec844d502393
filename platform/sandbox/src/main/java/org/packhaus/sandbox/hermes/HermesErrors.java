package org.packhaus.sandbox.hermes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hermes's error shapes: {@code listOfResultCodes}, and OAuth's for everything about tokens. */
final class HermesErrors {

    /** A code and its words, such as {@code e001}. */
    record Finding(String code, String message) {}

    private final List<Finding> findings = new ArrayList<>();

    void add(String code, String message) {
        findings.add(new Finding(code, message));
    }

    boolean isEmpty() {
        return findings.isEmpty();
    }

    Reply badRequest() {
        return Reply.json(400, Json.object().set("listOfResultCodes", list()));
    }

    ArrayNode list() {
        ArrayNode list = Json.array();
        findings.forEach(f -> list.addObject().put("code", f.code()).put("message", f.message()));
        return list;
    }

    static Reply of(int status, String code, String message) {
        ObjectNode body = Json.object();
        body.putArray("listOfResultCodes").addObject().put("code", code).put("message", message);
        return Reply.json(status, body);
    }

    static Refused refused(int status, String code, String message) {
        return new Refused(of(status, code, message));
    }

    /** What is not the caller's own business: a broken body, 429, 500. */
    static Reply gateway(int status, String detail, Request request) {
        return of(status, status == 400 ? "e001" : "e999", detail);
    }

    static Reply oauth(int status, String error, String description) {
        return Reply.json(status, Json.object().put("error", error).put("error_description", description));
    }

    /** Hermes takes no order back: the path is there, the method is not. */
    static Reply notAllowed(String allowed) {
        return new Reply(405, "", new byte[0], Map.of("Allow", allowed));
    }
}
