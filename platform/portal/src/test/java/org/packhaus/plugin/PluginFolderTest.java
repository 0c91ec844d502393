package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.packhaus.plugin.PluginRow.State;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionRole;

class PluginFolderTest {
    private HostBench bench = HostBench.open();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void loadsWhatLiesThereAtTheStart() throws Exception {
        FixtureJar.of("parrot").into(bench.folder, "parrot.jar");

        bench.look();

        PluginRow row = bench.row("parrot");
        assertThat(row.state()).isEqualTo(State.LOADED);
        assertThat(row.provider()).isEqualTo("Example Ltd");
        assertThat(row.hosts()).containsExactly("api.example.org", "*.example.net");
        assertThat(row.extensions())
                .containsExactly(new ExtensionRow(
                        "parrot", "parrot", ConnectionRole.CARRIER, "Parrot", java.util.List.of("Checkable")));
        assertThat(bench.say("hello")).isEqualTo("Polly says polly cracker-4711");
        assertThat(bench.row("parrot").calls()).isEqualTo(1);
    }

    @Test
    void takesInReplacesAndTakesOutWhileRunning() throws Exception {
        bench.look();
        assertThatThrownBy(() -> bench.carrier())
                .isInstanceOf(PluginMissing.class)
                .hasMessage(
                        "The connection 'Parrot of Anna' needs the plugin 'parrot', which is not installed. Put parrot.jar into the"
                                + " plugin folder; the work goes on by itself.");

        Path jar = FixtureJar.of("parrot").into(bench.folder, "parrot.jar");
        bench.look();
        Installed<org.packhaus.sdk.Carrier<Record>> kept = bench.carrier();
        assertThat(bench.say("hello")).startsWith("Polly says");

        FixtureJar.of("parrot")
                .with("Plugin-Version", "1.1.0")
                .saying("Now Polly sings")
                .into(bench.folder, "parrot.jar");
        bench.look();
        assertThat(bench.row("parrot").version()).isEqualTo("1.1.0");
        assertThat(bench.say("hello")).startsWith("Now Polly sings");

        Files.delete(jar);
        bench.look();
        assertThat(bench.host.list()).isEmpty();
        assertThatThrownBy(() ->
                        HostBench.inScope(() -> kept.call(Duration.ofSeconds(1), (carrier, cage) -> carrier.profile())))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("plugin-missing"))
                .hasMessageContaining("Put parrot.jar into the plugin folder");
    }

    @Test
    void itsClassLoaderIsCollectedAfterItWasUsedInEveryWay() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = "{\"said\":\"hi\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String url = "http://localhost:" + server.getAddress().getPort() + "/";
        bench.close();
        bench = HostBench.open(options -> options.extraHosts("localhost"));
        Path jar = FixtureJar.of("parrot").into(bench.folder, "parrot.jar");
        bench.look();
        WeakReference<ClassLoader> loader =
                new WeakReference<>(bench.loader("parrot").orElseThrow());

        assertThat(bench.say("hello")).isNotEmpty();
        assertThat(bench.say("get " + url)).isEqualTo("200 hi");
        assertThat(bench.say("post " + url)).isEqualTo("200 hi");
        assertThat(bench.say("token")).isEqualTo("•••");
        assertThat(bench.host.fields(ConnectionRole.CARRIER, "parrot", "parrot", java.util.Locale.GERMAN))
                .isNotEmpty();
        assertThatThrownBy(
                        () -> bench.host.validate(ConnectionRole.CARRIER, "parrot", "parrot", Map.of("account", "X1")))
                .isInstanceOf(PluginException.class);
        Throwable[] thrown = new Throwable[3];
        thrown[0] = failure("screech");
        thrown[1] = failure("unavailable");
        thrown[2] = failure("recurse");
        Installed<org.packhaus.sdk.Carrier<Record>> kept = bench.carrier();

        Files.delete(jar);
        bench.look();

        assertCollected(loader);
        assertThat(thrown).doesNotContainNull();
        assertThat(kept.pluginId()).isEqualTo("parrot");
        server.stop(0);
    }

    private static void assertCollected(WeakReference<ClassLoader> loader) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private Throwable failure(String words) {
        try {
            bench.say(words);
            throw new AssertionError("should have failed: " + words);
        } catch (PluginException e) {
            return e;
        }
    }

    @Test
    void waitsForAFileThatIsStillBeingCopied() throws IOException {
        Path whole = FixtureJar.of("parrot").into(Files.createTempDirectory("elsewhere"), "parrot.jar");
        byte[] bytes = Files.readAllBytes(whole);
        Path jar = bench.folder.resolve("parrot.jar");

        Files.write(jar, Arrays.copyOf(bytes, bytes.length / 2));
        bench.lookOnce();
        bench.lookOnce();
        assertThat(bench.host.list()).isEmpty();

        Files.write(jar, bytes);
        bench.lookOnce();
        assertThat(bench.host.list()).isEmpty();
        bench.lookOnce();
        assertThat(bench.row("parrot").state()).isEqualTo(State.LOADED);
    }

    @Test
    void listsAFileThatIsNoJar() throws IOException {
        Files.writeString(bench.folder.resolve("shopping-list.jar"), "milk, seeds");

        bench.look();

        assertRefused("shopping-list", "plugin-broken-file", "Copy it again, completely.");
    }

    @Test
    void refusesAJarWithoutAnExtension() {
        FixtureJar.of("bare").into(bench.folder, "bare.jar");

        bench.look();

        assertRefused("bare", "plugin-no-extension", "META-INF/extensions.idx is missing or empty");
    }

    @Test
    void refusesAPluginForAnotherSdk() {
        FixtureJar.of("parrot").with("Plugin-Requires", ">=2.0.0").into(bench.folder, "parrot.jar");

        bench.look();

        assertRefused("parrot", "plugin-version", "needs the SDK >=2.0.0, this portal has 1.0.0");
        assertThatThrownBy(() -> bench.carrier())
                .hasMessageContaining("whose file parrot.jar is refused: The plugin needs the SDK");
    }

    @Test
    void refusesABrokenManifest() {
        FixtureJar.of("parrot").with("Plugin-Version", "new").into(bench.folder, "parrot.jar");

        bench.look();

        assertRefused("parrot", "plugin-manifest", "Plugin-Version is 'new'");
    }

    @Test
    void usesOneOfTwoFilesAndTheOtherWhenThatIsGone() throws Exception {
        Path first = FixtureJar.of("parrot").into(bench.folder, "parrot-1.jar");
        bench.look();
        FixtureJar.of("parrot").saying("The second").into(bench.folder, "parrot-2.jar");
        bench.look();
        assertThat(bench.host.list()).extracting(PluginRow::state).containsExactly(State.LOADED, State.REFUSED);

        Files.delete(first);
        bench.look();

        assertThat(bench.host.list()).extracting(PluginRow::state).containsExactly(State.LOADED);
        assertThat(bench.say("hello")).startsWith("The second");
    }

    @Test
    void isSwitchedOffAndOnWithoutRestart() throws Exception {
        FixtureJar.of("parrot").into(bench.folder, "parrot.jar");
        bench.look();

        bench.host.disable("parrot");
        assertThat(bench.row("parrot").state()).isEqualTo(State.DISABLED);
        assertThatThrownBy(() -> bench.carrier()).hasMessageContaining("Switch it on under Plugins");

        bench.host.enable("parrot");
        assertThat(bench.say("hello")).isNotEmpty();
    }

    @Test
    void loadsOnlyWhatATrustedKeyHasSigned() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        bench.close();
        bench = HostBench.open(options -> options.signedOnly(Map.of(
                "Example", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()))));
        Path jar = FixtureJar.of("parrot").into(bench.folder, "parrot.jar");
        bench.look();
        assertRefused("parrot", "plugin-unsigned", "Put parrot.jar.sig beside it");

        sign(jar, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        bench.look();
        assertRefused("parrot", "plugin-signature", "not the signature of this file by a trusted key");

        sign(jar, keys);
        bench.look();
        assertThat(bench.row("parrot").state()).isEqualTo(State.LOADED);
        assertThat(bench.approved).containsEntry("parrot", "signature of Example");

        Files.copy(
                FixtureJar.of("parrot").saying("Evil").into(Files.createTempDirectory("evil"), "parrot.jar"),
                jar,
                StandardCopyOption.REPLACE_EXISTING);
        bench.look();
        assertRefused("parrot", "plugin-signature", "The file was changed");
    }

    @Test
    void trustsAFileWhoseChecksumIsListed() throws Exception {
        Path list = Files.createTempFile("plugins", ".sha256");
        bench.close();
        bench = HostBench.open(options -> options.signedOnly(Map.of()).checksums(list));
        Path jar = FixtureJar.of("parrot").into(Files.createTempDirectory("built"), "parrot.jar");
        Files.writeString(list, Trust.sha256(jar) + "  parrot.jar\n");

        Files.copy(jar, bench.folder.resolve("parrot.jar"));
        bench.look();

        assertThat(bench.row("parrot").state()).isEqualTo(State.LOADED);
    }

    private static void sign(Path jar, KeyPair keys) throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(Files.readAllBytes(jar));
        Path target = jar.resolveSibling(jar.getFileName() + ".sig");
        Files.write(target, signature.sign());
        // Files of the same length within one tick of the file system's clock look alike.
        Files.setLastModifiedTime(
                target,
                java.nio.file.attribute.FileTime.fromMillis(keys.getPublic().hashCode() & 0x7fffffffL));
    }

    private void assertRefused(String id, String code, String text) {
        PluginRow row = bench.row(id);
        assertThat(row.state()).isEqualTo(State.REFUSED);
        assertThat(row.problem().orElseThrow().code()).isEqualTo(code);
        assertThat(row.problem().orElseThrow().text()).contains(text);
    }
}
