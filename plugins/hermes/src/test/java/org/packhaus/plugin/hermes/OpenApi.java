package org.packhaus.plugin.hermes;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
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

    /** Hermes's order document discriminates by a property that it forgot to make required, and with that cannot be used. */
    private static String read(Path file) {
        try {
            return Files.readString(file).replaceAll("(?m)^ {6}discriminator:\\R(?: {8}.*\\R)+", "");
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
        // The validator forbids in each alternative of this service what stands beside the alternatives, its type.
        List<String> messages = validator.validateRequest(request.build()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::getMessage)
                .filter(message -> !message.startsWith("[Path '/service/customerAlertService']"))
                .toList();
        return messages.isEmpty() ? "" : call.method() + " " + call.path() + "?" + call.query() + ": " + messages;
    }
}
