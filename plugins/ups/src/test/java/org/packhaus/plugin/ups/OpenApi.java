package org.packhaus.plugin.ups;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.test.Call;

/** A service's OpenAPI document, to hold requests against. The documents are not ours, so they are not in the repository. */
final class OpenApi {
    private final OpenApiInteractionValidator validator;

    private OpenApi(OpenApiInteractionValidator validator) {
        this.validator = validator;
    }

    /** The document of that name in the folder of specs, if this machine has it. */
    static Optional<OpenApi> find(String name) {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("packhaus.specs")),
                        Optional.ofNullable(System.getenv("PACKHAUS_SPECS")),
                        Optional.of("../../../shared/specs"))
                .flatMap(Optional::stream)
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isReadable)
                .findFirst()
                .map(file -> new OpenApi(OpenApiInteractionValidator.createForInlineApiSpecification(read(file))
                        .build()));
    }

    private static String read(Path file) {
        try {
            // UPS writes tabs into its YAML, which is none then, and one list without saying of what.
            return Files.readString(file)
                    .replace("\t", "    ")
                    .replaceFirst("(Product_ProductIdentifier:\\R\\s+type: )array", "$1object");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What is wrong with the request; empty if nothing. */
    String complaints(Call call) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(Request.Method.valueOf(call.method()), call.path());
        for (String pair : call.query().split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                request.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        call.headers().forEach(request::withHeader);
        if (!call.text().isEmpty()) {
            request.withBody(call.text());
        }
        ValidationReport report = validator.validateRequest(request.build());
        return report.hasErrors()
                ? call.method() + " " + call.path() + "?" + call.query() + ": " + report.getMessages()
                : "";
    }

    /** What is wrong with an answer; empty if nothing. */
    List<String> complaints(String method, String path, int status, String body) {
        return validator
                .validateResponse(
                        path,
                        Request.Method.valueOf(method),
                        new SimpleResponse.Builder(status)
                                .withContentType("application/json")
                                .withBody(body)
                                .build())
                .getMessages()
                .stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::getMessage)
                .toList();
    }
}
