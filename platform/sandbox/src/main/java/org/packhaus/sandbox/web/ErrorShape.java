package org.packhaus.sandbox.web;

/** How an interface words an error that is not the caller's own business: 400 for a broken body, 429, 500. */
@FunctionalInterface
public interface ErrorShape {
    Reply word(int status, String detail, Request request);
}
