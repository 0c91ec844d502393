package org.packhaus.plugin.otto;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;

/**
 * What OTTO complains about. Its interfaces write errors in five shapes, some with a list and some with one object, and its
 * gateway in a sixth; all of them end up here.
 */
record OttoErrors(int status, List<Problem> problems) {

    /** One complaint: a title or code, a sentence, and the part of the request or the thing it is about. */
    record Problem(String title, String detail, String jsonPath, String reference) {
        String sentence() {
            return !detail.isEmpty() ? detail : title;
        }
    }

    static OttoErrors of(Calls.Answer answer) throws PluginException {
        return of(answer.status(), answer.isSuccess() ? Json.MISSING : answer.json());
    }

    static OttoErrors of(int status, Json body) {
        Stream<Json> found = body.at("errors").isPresent()
                ? body.at("errors").each()
                : body.at("validationErrors").isPresent()
                        ? body.at("validationErrors").each()
                        : body.each();
        return new OttoErrors(
                status,
                found.map(OttoErrors::problem)
                        .filter(problem -> !problem.sentence().isEmpty())
                        .toList());
    }

    private static Problem problem(Json error) {
        return new Problem(
                first(error, "title", "error", "code"),
                first(error, "detail", "message", "error_description"),
                first(error, "jsonPath", "jsonpath"),
                first(error, "logref"));
    }

    private static String first(Json error, String... names) {
        return Stream.of(names)
                .map(name -> error.at(name).textOrEmpty())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    boolean has(String title) {
        return problems.stream().anyMatch(problem -> problem.title().equalsIgnoreCase(title));
    }

    /** Whether it refuses one shipment or piece rather than the whole interface. */
    boolean isAboutOneThing() {
        return has("INSUFFICIENT_PERMISSION") || has("RESOURCE_NOT_FOUND");
    }

    /** A refusal with these reasons. */
    Rejected rejected(String code, String whatFailed, UnaryOperator<String> fieldOfPath) {
        return new Rejected(
                code,
                whatFailed + ": " + this,
                problems.stream()
                        .map(problem -> new Rejected.Fault(
                                Optional.of(fieldOfPath.apply(problem.jsonPath()))
                                        .filter(path -> !path.isEmpty()),
                                problem.sentence()))
                        .toList());
    }

    @Override
    public String toString() {
        return problems.isEmpty()
                ? "HTTP " + status
                : String.join("; ", problems.stream().map(Problem::sentence).toList());
    }
}
