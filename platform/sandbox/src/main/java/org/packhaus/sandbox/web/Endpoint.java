package org.packhaus.sandbox.web;

/** Answers one kind of request. */
@FunctionalInterface
public interface Endpoint {
    Reply answer(Request request);
}
