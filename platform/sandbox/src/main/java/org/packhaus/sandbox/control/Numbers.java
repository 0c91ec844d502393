package org.packhaus.sandbox.control;

import org.packhaus.sandbox.web.Request;

/** Reads numbers from a query. */
final class Numbers {

    private Numbers() {}

    static long number(Request request, String name, long otherwise) {
        try {
            return request.query(name).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw ControlErrors.bad(name + " must be a whole number");
        }
    }
}
