package org.packhaus.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;

/** A plugin host with everything but a database. */
final class HostBench implements AutoCloseable {
    static final SellerId SELLER = new SellerId(7);
    static final ConnectionId CONNECTION = new ConnectionId(42);
    private static final ConnectionRole ROLE = ConnectionRole.CARRIER;
    volatile String pluginId = "parrot";

    final Path folder;
    final Map<String, String> settings = new ConcurrentHashMap<>();
    final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    final Set<String> disabled = new HashSet<>();
    final Map<String, Set<SellerId>> onlyFor = new ConcurrentHashMap<>();
    final Map<String, String> approved = new HashMap<>();
    volatile ConnectionState state = ConnectionState.ACTIVE;
    volatile String broken = "";
    volatile Duration pause = Duration.ZERO;
    final PluginHost host;
    private final PluginFolder plugins;
    private final Upload upload;
    private final PluginHttpClient http;

    static HostBench open() {
        return open(UnaryOperator.identity());
    }

    static HostBench open(UnaryOperator<Options> options) {
        try {
            return new HostBench(Files.createTempDirectory("plugins"), options.apply(new Options()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a test may set. */
    static final class Options {
        private PluginProperties.Policy policy = PluginProperties.Policy.ALLOW_UNSIGNED;
        private Map<String, String> keys = Map.of();
        private Optional<Path> checksums = Optional.empty();
        private List<String> extraHosts = List.of();

        Options signedOnly(Map<String, String> trusted) {
            policy = PluginProperties.Policy.SIGNED_ONLY;
            keys = trusted;
            return this;
        }

        Options checksums(Path file) {
            checksums = Optional.of(file);
            return this;
        }

        Options extraHosts(String... hosts) {
            extraHosts = List.of(hosts);
            return this;
        }
    }

    private HostBench(Path folder, Options options) {
        this.folder = folder;
        settings.putAll(Map.of("say", "hello", "account", "polly", "password", "cracker-4711"));
        PluginProperties properties = new PluginProperties(
                folder,
                options.policy,
                options.keys,
                options.checksums.orElse(null),
                Duration.ofSeconds(1),
                options.extraHosts,
                20,
                Map.of(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                "",
                true,
                Duration.ofDays(30),
                new PluginProperties.Breaker(4, 75, Duration.ofSeconds(2)));
        Clock clock = Clock.systemUTC();
        http = new PluginHttpClient(properties, (connection, rate, patience) -> pause, exchanges::add, clock);
        Tools tools = new Tools(http, clock);
        PluginJars jars = new PluginJars(folder);
        plugins = new PluginFolder(
                folder, new Trust(properties), files(), jars, new PluginLoading(jars, manifest -> tools));
        upload =
                new Upload(folder, new Trust(properties), new PluginLoading(new PluginJars(folder), manifest -> tools));
        host = new DefaultPluginHost(
                new DoorFrame(
                        plugins, connections(), new CircuitBreakers(properties.breaker(), clock), properties, clock),
                files());
    }

    Upload upload() {
        return upload;
    }

    /** Looks so often that a complete file is taken in. */
    HostBench look() {
        for (int i = 0; i < 5; i++) {
            plugins.look();
        }
        return this;
    }

    void lookOnce() {
        plugins.look();
    }

    PluginRow row(String id) {
        return host.list().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not listed: " + id + " in " + host.list()));
    }

    Installed<Carrier<Record>> carrier() {
        return SellerScope.get(Set.of(SELLER), () -> host.carrier(CONNECTION));
    }

    /** Lets the parrot speak. */
    String say(String words) throws PluginException {
        return say(words, Duration.ofSeconds(20));
    }

    String say(String words, Duration deadline) throws PluginException {
        settings.put("say", words);
        Installed<Checkable<Record>> parrot = parrot();
        return inScope(() -> parrot.call(deadline, (extension, cage) -> extension.check(cage)));
    }

    /** Lets it speak about an order. */
    String sayAbout(String reference, String words) throws PluginException {
        settings.put("say", words);
        Installed<Checkable<Record>> parrot = parrot().about(reference);
        return inScope(() -> parrot.call(Duration.ofSeconds(20), (extension, cage) -> extension.check(cage)));
    }

    Installed<Checkable<Record>> parrot() {
        Optional<Installed<Checkable<Record>>> parrot = carrier().ability(Checkable.class);
        return parrot.orElseThrow();
    }

    /** Something that may fail as plugins fail. */
    interface Act<R> {
        R run() throws PluginException;
    }

    static <R> R inScope(Act<R> act) throws PluginException {
        try {
            return SellerScope.call(Set.of(SELLER), act::run);
        } catch (PluginException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<ClassLoader> loader(String id) {
        return plugins.plugin(id).map(LoadedPlugin::loader);
    }

    private Connections connections() {
        return new Connections() {
            @Override
            public ConnectionRow connection(ConnectionId id) {
                var problem = broken.isEmpty() ? null : new ConnectionRow.Problem("x", broken, Instant.EPOCH);
                return new ConnectionRow(
                        id, SELLER, pluginId, pluginId, ROLE, "Parrot of Anna", state, problem, null, Instant.MAX);
            }

            @Override
            public Map<String, String> settings(ConnectionId id) {
                return Map.copyOf(settings);
            }

            @Override
            public void markBroken(ConnectionId id, String code, String text) {
                state = ConnectionState.BROKEN;
                broken = text;
            }

            @Override
            public void markWorking(ConnectionId id) {
                state = ConnectionState.ACTIVE;
                broken = "";
            }

            @Override
            public void markFailing(ConnectionId id, String code, String text) {
                // What the settings are not to blame for is of no interest here.
            }
        };
    }

    private PluginFiles files() {
        return new PluginFiles() {
            @Override
            public void approved(PluginManifest manifest, String file, String sha256, String why) {
                approved.put(manifest.id(), why);
            }

            @Override
            public PluginSwitches switches() {
                return new PluginSwitches(disabled, onlyFor);
            }

            @Override
            public boolean keepFor(String pluginId, Set<SellerId> sellers) {
                if (sellers.isEmpty()) {
                    onlyFor.remove(pluginId);
                } else {
                    onlyFor.put(pluginId, sellers);
                }
                return true;
            }

            @Override
            public boolean setEnabled(String pluginId, boolean enabled) {
                return enabled ? disabled.remove(pluginId) : disabled.add(pluginId);
            }
        };
    }

    @Override
    public void close() {
        plugins.close();
        http.end();
    }
}
