package org.packhaus.plugin.gls;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** What stands at a place in the document, as JSON. */
    JsonNode at(String pointer) {
        return document.at(pointer);
    }
}
