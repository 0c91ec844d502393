package org.packhaus.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The paths that are answered. A path is cut at its slashes before it is decoded, so a SKU with an encoded slash stays one
 * segment; where two patterns fit, the one with more literal segments wins.
 */
public final class Routes {

    record Route(String method, List<String> pattern, String operation, Endpoint endpoint, ErrorShape shape) {

        Optional<Map<String, String>> match(String calledMethod, List<String> segments) {
            if (!method.equals(calledMethod) || segments.size() != pattern.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                String part = pattern.get(i);
                String value = decodeSegment(segments.get(i));
                if (part.startsWith("{")) {
                    int end = part.indexOf('}');
                    String suffix = part.substring(end + 1);
                    if (!value.endsWith(suffix)) {
                        return Optional.empty();
                    }
                    variables.put(part.substring(1, end), value.substring(0, value.length() - suffix.length()));
                } else if (!part.equals(value)) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }

        long literals() {
            return pattern.stream().filter(part -> !part.startsWith("{")).count();
        }
    }

    record Found(Route route, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();

    /** The routes of one neighbour, which share how errors are worded. */
    public Group group(ErrorShape shape) {
        return (method, pattern, operation, endpoint) ->
                routes.add(new Route(method, segments(pattern), operation, endpoint, shape));
    }

    /** Adds routes. */
    @FunctionalInterface
    public interface Group {
        /** @param operation the name by which a fault dial finds the route, such as {@code otto.orders.list} */
        void add(String method, String pattern, String operation, Endpoint endpoint);
    }

    /** The names of all operations, for the control API's help page. */
    public List<String> operations() {
        return routes.stream().map(Route::operation).distinct().sorted().toList();
    }

    Optional<Found> find(String method, String path) {
        List<String> segments = segments(path);
        Found best = null;
        for (Route route : routes) {
            Optional<Map<String, String>> variables = route.match(method, segments);
            if (variables.isPresent()
                    && (best == null || route.literals() > best.route().literals())) {
                best = new Found(route, variables.get());
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList();
    }

    /** In a path a plus is a plus. */
    private static String decodeSegment(String segment) {
        return Request.decode(segment.replace("+", "%2B"));
    }

    /** Encodes a value so that it stays one segment of a path. */
    public static String encodeSegment(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
