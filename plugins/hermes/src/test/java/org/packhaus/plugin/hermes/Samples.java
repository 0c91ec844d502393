package org.packhaus.plugin.hermes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Examples out of a carrier's own OpenAPI document. The documents are not ours, so they are not in the repository. */
final class Samples {
    private final JsonNode document;

    private Samples(JsonNode document) {
        this.document = document;
    }

    /** Those in the document of that name in the folder of specs, if this machine has it. */
    static Optional<Samples> find(String name) {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("packhaus.specs")),
                        Optional.ofNullable(System.getenv("PACKHAUS_SPECS")),
                        Optional.of("../../../shared/specs"))
                .flatMap(Optional::stream)
                .map(folder -> Path.of(folder).resolve(name))
                .filter(Files::isReadable)
                .findFirst()
                .map(Samples::read);
    }

    private static Samples read(Path file) {
        try {
            return new Samples(new YAMLMapper().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer put together from the examples that the document gives for its fields; those without are left out. */
    JsonNode answer(String schema) {
        return of(document.path("components").path("schemas").path(schema));
    }

    private JsonNode of(JsonNode schema) {
        if (schema.has("$ref")) {
            return of(document.at(schema.path("$ref").asText().substring(1)));
        }
        JsonNode example = schema.path("example");
        boolean list = schema.path("type").asText().equals("array");
        if (!example.isMissingNode()) {
            return list && !example.isArray()
                    ? JsonNodeFactory.instance.arrayNode().add(example)
                    : example;
        }
        if (list) {
            JsonNode item = of(schema.path("items"));
            return item.isMissingNode()
                    ? item
                    : JsonNodeFactory.instance.arrayNode().add(item);
        }
        if (!schema.has("properties")) {
            return MissingNode.getInstance();
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        schema.path("properties").properties().forEach(field -> {
            JsonNode value = of(field.getValue());
            if (!value.isMissingNode()) {
                object.set(field.getKey(), value);
            }
        });
        return object;
    }
}
