package org.packhaus.sandbox;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A neighbour's OpenAPI document, if it lies beside the project, and what it says about the exchanges it saw. */
final class Specification implements Caller.Listener {

    private final OpenApiInteractionValidator validator;
    private final String prefix;
    private final List<String> complaints = new ArrayList<>();
    private int seen;

    private Specification(OpenApiInteractionValidator.Builder document, String prefix) {
        this.prefix = prefix;
        OpenApiInteractionValidator.Builder builder = document.withLevelResolver(LevelResolver.create()
                // OTTO types its dates as date-time and yet writes +0000, which RFC 3339 does not know.
                .withLevel("validation.response.body.schema.format.date-time", ValidationReport.Level.IGNORE)
                .withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
                .withLevel("validation.request.security.invalid", ValidationReport.Level.IGNORE)
                .build());
        validator = (prefix.isEmpty() ? builder : builder.withBasePathOverride(prefix)).build();
    }

    /** @param name below the folder of specifications */
    static Optional<Specification> find(String name, String prefix) {
        return file(name)
                .map(file -> new Specification(
                        OpenApiInteractionValidator.createForSpecificationUrl(
                                file.toUri().toString()),
                        prefix));
    }

    /** For a document that is broken itself. @param broken what to leave out of its text */
    static Optional<Specification> findWithout(String broken, String name, String prefix) {
        return file(name)
                .map(file -> new Specification(
                        OpenApiInteractionValidator.createForInlineApiSpecification(
                                read(file).replaceAll(broken, "")),
                        prefix));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> file(String name) {
        String told = System.getProperty("PACKHAUS_SPECS", System.getenv().getOrDefault("PACKHAUS_SPECS", ""));
        List<Path> places = told.isEmpty()
                ? List.of(Path.of("../shared/specs"), Path.of("../../../shared/specs"))
                : List.of(Path.of(told));
        return places.stream()
                .map(p -> p.resolve(name).toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public void saw(String method, String path, List<String> headers, String body, Answer answer) {
        if (path.startsWith("/sandbox") || path.contains("token") || !path.startsWith(prefix)) {
            return;
        }
        seen++;
        URI uri = URI.create("http://localhost" + path);
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, uri.getRawPath(), true);
        for (int i = 0; i + 1 < headers.size(); i += 2) {
            request.withHeader(headers.get(i), headers.get(i + 1));
        }
        Optional.ofNullable(uri.getRawQuery()).ifPresent(query -> {
            for (String pair : query.split("&")) {
                String[] parts = pair.split("=", 2);
                request.withQueryParam(
                        parts[0], java.net.URLDecoder.decode(parts[1], java.nio.charset.StandardCharsets.UTF_8));
            }
        });
        if (!body.isEmpty()) {
            request.withBody(body);
        }
        SimpleResponse.Builder response = new SimpleResponse.Builder(answer.status());
        if (answer.bytes().length > 0) {
            response.withContentType(answer.header("Content-Type")).withBody(answer.bytes());
        }
        SimpleRequest asked = request.build();
        ValidationReport report = answer.status() < 300
                ? validator.validate(asked, response.build())
                : validator.validateResponse(uri.getRawPath(), asked.getMethod(), response.build());
        report.getMessages().stream()
                .filter(m -> m.getLevel() == ValidationReport.Level.ERROR)
                // A dry run's items carry their index in recorded answers, though the document forgot it.
                .filter(m -> !m.getMessage().contains("[\"requestIndex\"]"))
                .forEach(m -> complaints.add(method + " " + path + " " + answer.status() + ": " + m.getKey() + " "
                        + m.getMessage().replaceAll("\\s+", " ") + " <- "
                        + answer.text().substring(0, Math.min(300, answer.text().length()))));
    }

    List<String> complaints() {
        return complaints;
    }

    int seen() {
        return seen;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d exchanges, %d complaints", seen, complaints.size());
    }
}
