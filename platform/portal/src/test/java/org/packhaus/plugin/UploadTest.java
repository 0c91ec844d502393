package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads into the folder of a running host: what arrives is loaded, what would be refused never arrives. */
class UploadTest {
    private final HostBench bench = HostBench.open();

    @TempDir
    Path elsewhere;

    private Upload upload;

    @BeforeEach
    void prepare() {
        upload = bench.upload();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anUploadedFileIsLoadedAndAnEarlierOneComesBack() throws Exception {
        assertThat(take(FixtureJar.of("parrot"))).isEqualTo("1.0.0");
        bench.look();
        assertThat(bench.say("hello")).startsWith("Polly says");
        assertThat(upload.hasPrevious("parrot")).isFalse();

        take(FixtureJar.of("parrot").with("Plugin-Version", "1.1.0").saying("Now Polly sings"));
        bench.look();
        assertThat(bench.row("parrot").version()).isEqualTo("1.1.0");
        assertThat(bench.host.list()).as("replaced, not laid beside it").hasSize(1);

        upload.rollBack("parrot", "parrot.jar");
        bench.look();
        assertThat(bench.row("parrot").version()).isEqualTo("1.0.0");
        assertThat(bench.say("hello")).startsWith("Polly says");
        upload.rollBack("parrot", "parrot.jar");
        bench.look();
        assertThat(bench.row("parrot").version()).as("and forth again").isEqualTo("1.1.0");
    }

    @Test
    void whatWouldBeRefusedPushesNothingOut() throws Exception {
        take(FixtureJar.of("parrot"));
        bench.look();

        refuses("plugin-broken-file", "no jar at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        refuses("plugin-version", bytes(FixtureJar.of("parrot").with("Plugin-Requires", ">=99.0.0")));
        refuses("plugin-manifest", bytes(FixtureJar.of("parrot").with("Plugin-Id", "../../evil")));
        refuses("plugin-too-large", new byte[50 * 1024 * 1024 + 1]);
        assertThatThrownBy(() -> upload.take(bytes(FixtureJar.of("parrot")), new byte[64], this::now))
                .isInstanceOfSatisfying(
                        PluginUploadException.class, e -> assertThat(e.code()).isEqualTo("plugin-signature"));

        bench.look();
        assertThat(bench.row("parrot").state()).isEqualTo(PluginRow.State.LOADED);
        try (var files = Files.list(bench.folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("parrot.jar");
        }
    }

    @Test
    void anInstallThatTakesSignedFilesOnlyTakesNoOther() {
        HostBench strict = HostBench.open(options -> options.signedOnly(Map.of()));
        try {
            assertThatThrownBy(() -> strict.upload().take(bytes(FixtureJar.of("parrot")), null, this::now))
                    .isInstanceOfSatisfying(
                            PluginUploadException.class,
                            e -> assertThat(e.code()).isEqualTo("plugin-unsigned"));
        } finally {
            strict.close();
        }
    }

    private void refuses(String code, byte[] jar) {
        assertThatThrownBy(() -> upload.take(jar, null, this::now))
                .isInstanceOfSatisfying(
                        PluginUploadException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private String take(FixtureJar jar) throws IOException {
        return upload.take(bytes(jar), null, this::now).version();
    }

    private byte[] bytes(FixtureJar jar) throws IOException {
        return Files.readAllBytes(jar.into(elsewhere, "made.jar"));
    }

    private @Nullable String now(String id) {
        return bench.host.list().stream()
                .filter(row -> row.id().equals(id))
                .map(PluginRow::file)
                .findFirst()
                .orElse(null);
    }
}
