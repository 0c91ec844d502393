package org.packhaus.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.Connectable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.pf4j.Extension;

/** What every extension must keep, whatever its role. Not for extending: take the contract of your role. */
abstract class Contract<S extends Record, E extends Connectable<S>> {
    static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

    FakeTools tools = new FakeTools();
    ScriptedServer server = ScriptedServer.start();

    /** The one under test. */
    protected abstract E extension(PluginTools tools);

    /** Settings that work, for a service at that address. Equal for equal addresses. */
    protected abstract S settings(URI service);

    /** Settings whose credentials the service refuses. */
    protected abstract S wrongSettings(URI service);

    /** Teaches the server to answer as the service does when all is well, or to hand on to a sandbox. */
    protected abstract void play(ScriptedServer server) throws Exception;

    /** The server that plays the service, for tests of your own. */
    protected final ScriptedServer server() {
        return server;
    }

    /** The tools the extension got. */
    protected final FakeTools tools() {
        return tools;
    }

    /** Settings that work with {@link #server()}. */
    protected final S settings() {
        return settings(server.uri());
    }

    @BeforeEach
    final void startPlaying() throws Exception {
        tools = new FakeTools();
        server = ScriptedServer.start();
        play(server);
    }

    @AfterEach
    final void stopPlaying() {
        server.close();
    }

    @Test
    void canBeMadeByThePortal() throws Exception {
        Class<?> type = extension(tools).getClass();
        assertThat(type).as("carries @Extension").hasAnnotation(Extension.class);
        assertThat(Modifier.isPublic(type.getModifiers())).as("is public").isTrue();
        Constructor<?>[] constructors = type.getConstructors();
        assertThat(constructors).as("public constructors").hasSize(1);
        assertThat(constructors[0].getParameterTypes()).containsExactly(PluginTools.class);
        assertThat(index(type))
                .as("META-INF/extensions.idx; is pf4j among the annotation processors?")
                .contains(type.getName());
    }

    private static String index(Class<?> type) throws IOException {
        try (InputStream in = type.getClassLoader().getResourceAsStream("META-INF/extensions.idx")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void itsSettingsCanBeDrawnAsAForm() {
        E extension = extension(tools);
        assertThat(extension.settingsType()).isEqualTo(settings().getClass());
        assertThat(SettingsCheck.types(extension.settingsType())).isEmpty();
        assertThat(SettingsCheck.texts(extension.getClass(), extension.settingsType()))
                .isEmpty();
        assertThat(SettingsCheck.violations(settings())).isEmpty();
        assertThat(SettingsCheck.violations(wrongSettings(server.uri()))).isEmpty();
        assertThat(settings()).as("settings of the same account").isEqualTo(settings());
    }

    @Test
    void itsSettingsDoNotShowSecrets() {
        List<String> secrets = SettingsCheck.secrets(settings());
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(settings().toString()).doesNotContain(secret));
    }

    @Test
    void tellsWhetherSettingsWork() throws Exception {
        if (extension(tools) instanceof Checkable<?>) {
            assertThat(checkable().check(settings())).isNotBlank();
            expect(InvalidSettings.class, () -> checkable().check(wrongSettings(server.uri())));
            expect(Unavailable.class, () -> checkable().check(settings(ScriptedServer.nobody())));
        }
    }

    @SuppressWarnings("unchecked") // An ability has the settings of its role.
    private Checkable<S> checkable() {
        return (Checkable<S>) extension(tools);
    }

    interface Attempt {
        Object run() throws PluginException;
    }

    /** That it throws just that, with a code and a sentence, and without a secret anywhere. */
    final <X extends PluginException> X expect(Class<X> kind, Attempt attempt) {
        try {
            Object result = attempt.run();
            return fail("Expected " + kind.getSimpleName() + ", not " + result);
        } catch (PluginException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(e).as(trace.toString()).isInstanceOf(kind);
            assertThat(e.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(e.text()).isNotBlank();
            assertThat(SettingsCheck.secrets(settings()))
                    .allSatisfy(secret -> assertThat(trace.toString()).doesNotContain(secret));
            assertThat(SettingsCheck.secrets(wrongSettings(server.uri())))
                    .allSatisfy(secret -> assertThat(trace.toString()).doesNotContain(secret));
            return kind.cast(e);
        }
    }

    /** That it says {@link Unclear} for each way in which an answer can get lost, having asked just once each time. */
    final void expectUnclear(String path, Attempt attempt) {
        List<java.util.function.UnaryOperator<Reply>> losses = List.of(
                Reply::lost,
                Reply::truncated,
                reply -> Reply.text(500, "text/plain", "oops"),
                reply -> Reply.of(503),
                reply -> Reply.text(reply.status(), "application/json", "{\"half\": \"a"));
        for (var loss : losses) {
            int before = server.calls("POST", path).size();
            server.once("POST", path, loss);
            expect(Unclear.class, attempt);
            assertThat(server.calls("POST", path)).as("requests").hasSize(before + 1);
        }
    }

    /** That it says {@link Unavailable} when nothing can have happened. */
    final void expectUnavailable(String path, Attempt attempt, Attempt atNobody) {
        server.once("POST", path, reply -> Reply.of(429).withHeader("Retry-After", "7"));
        assertThat(expect(Unavailable.class, attempt).retryAfter()).contains(Duration.ofSeconds(7));
        server.once("POST", path, reply -> Reply.of(429));
        expect(Unavailable.class, attempt);
        expect(Unavailable.class, atNobody);
    }
}
