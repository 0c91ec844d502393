package org.packhaus.plugin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.packhaus.sdk.Carrier;
import org.pf4j.Extension;
import org.pf4j.processor.ExtensionAnnotationProcessor;

/** A real plugin JAR, compiled from a folder below {@code src/test/plugins} as the plugin parent would do it. */
final class FixtureJar {
    private static final Path PLUGINS = Path.of("src/test/plugins");

    private final String fixture;
    private final Map<String, String> manifest = new LinkedHashMap<>();
    private String phrase = "Polly says";

    private FixtureJar(String fixture) {
        this.fixture = fixture;
        manifest.put("Plugin-Id", fixture);
        manifest.put("Plugin-Version", "1.0.0");
        manifest.put("Plugin-Provider", "Example Ltd");
        manifest.put("Plugin-License", "Apache-2.0");
        manifest.put("Plugin-Requires", ">=1.0.0 & <2.0.0");
        manifest.put("Plugin-Hosts", "api.example.org, *.example.net");
    }

    static FixtureJar of(String fixture) {
        return new FixtureJar(fixture);
    }

    FixtureJar with(String attribute, String value) {
        manifest.put(attribute, value);
        return this;
    }

    FixtureJar saying(String text) {
        phrase = text;
        return this;
    }

    /** Makes it somewhere else and moves it there, as a careful person does. */
    Path into(Path folder, String name) {
        try {
            Path made = Files.createTempFile("fixture", ".jar.part");
            write(made);
            return Files.move(made, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path jar) throws IOException {
        Path work = Files.createTempDirectory("fixture");
        Path classes = Files.createDirectories(work.resolve("classes"));
        List<Path> sources = sources(Files.createDirectories(work.resolve("sources")), classes);
        compile(sources, classes);
        Manifest entries = new Manifest();
        entries.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> entries.getMainAttributes().putValue(name, value));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream file = new JarOutputStream(out, entries);
                Stream<Path> made = Files.walk(classes)) {
            for (Path one : made.filter(Files::isRegularFile).toList()) {
                file.putNextEntry(
                        new JarEntry(classes.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, file);
                file.closeEntry();
            }
        }
    }

    /** Java with the phrase filled in; everything else goes into the JAR as it is. */
    private List<Path> sources(Path sources, Path classes) throws IOException {
        Path root = PLUGINS.resolve(fixture);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                boolean java = one.toString().endsWith(".java");
                Path target =
                        (java ? sources : classes).resolve(root.relativize(one).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(target, Files.readString(one).replace("@PHRASE@", phrase));
            }
        }
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void compile(List<Path> sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        String classPath = Stream.of(
                        Carrier.class,
                        Extension.class,
                        org.slf4j.MDC.class,
                        org.jspecify.annotations.NullMarked.class,
                        jakarta.validation.constraints.NotBlank.class)
                .map(FixtureJar::home)
                .reduce((a, b) -> a + java.io.File.pathSeparator + b)
                .orElseThrow();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(
                    said,
                    files,
                    null,
                    List.of("-d", classes.toString(), "-classpath", classPath, "-parameters", "--release", "21"),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new ExtensionAnnotationProcessor()));
            if (!task.call()) {
                throw new IllegalStateException("the fixture does not compile: " + said);
            }
        }
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
