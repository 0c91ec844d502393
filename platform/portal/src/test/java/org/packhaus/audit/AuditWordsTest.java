package org.packhaus.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.packhaus.shell.Texts;

/** Whoever reads the log reads words: each deed that some class writes into it has its own. */
class AuditWordsTest {
    private static final Pattern DEED = Pattern.compile("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+");
    private static final String AUDIT = Audit.class.getName().replace('.', '/');

    /** Looks like a deed, and is a setting of the database's. */
    private static final Set<String> NO_DEEDS = Set.of("jakarta.persistence.lock.timeout");

    @Test
    void everyDeedHasItsWords() throws IOException, URISyntaxException {
        Set<String> deeds = new TreeSet<>();
        Path classes = Path.of(
                Audit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().contains("/ui/"))
                    .flatMap(file -> deeds(parse(file)))
                    .forEach(deeds::add);
        }
        deeds.removeAll(NO_DEEDS);
        assertThat(deeds).contains("stock.adjust", "case.answer");
        assertThat(deeds)
                .allSatisfy(deed -> assertThat(Texts.has("audit.action." + deed))
                        .as("audit.action.%s is among the texts", deed)
                        .isTrue());
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> deeds(ClassModel type) {
        return constants(type, ClassEntry.class)
                        .anyMatch(one -> one.asInternalName().equals(AUDIT))
                ? constants(type, StringEntry.class)
                        .map(StringEntry::stringValue)
                        .filter(DEED.asMatchPredicate())
                : Stream.empty();
    }

    private static <E extends PoolEntry> Stream<E> constants(ClassModel type, Class<E> kind) {
        return StreamSupport.stream(type.constantPool().spliterator(), false)
                .filter(kind::isInstance)
                .map(kind::cast);
    }
}
