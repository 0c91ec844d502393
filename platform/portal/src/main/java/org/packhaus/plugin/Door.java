package org.packhaus.plugin;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Quotes;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one door, for one connection. Keeps names only; what they stand for is looked up at every call. */
final class Door<T> implements Installed<T> {
    private static final Duration TIME_TO_READ = Duration.ofSeconds(5);
    private static final Duration NEWS = Duration.ofMinutes(5);
    /** They say nothing about the service: it was not called. */
    private static final Set<String> OUR_OWN = Set.of(PluginMissing.CODE, "circuit-open");

    private final DoorFrame frame;
    private final ConnectionRow connection;
    private final Class<?> wanted;
    private final @Nullable String about;
    private final boolean aside;

    Door(DoorFrame frame, ConnectionRow connection, Class<?> wanted) {
        this(frame, connection, wanted, null, false);
    }

    private Door(DoorFrame frame, ConnectionRow connection, Class<?> wanted, @Nullable String about, boolean aside) {
        this.frame = frame;
        this.connection = connection;
        this.wanted = wanted;
        this.about = about;
        this.aside = aside;
    }

    @Override
    public Installed<T> about(String reference) {
        return new Door<>(frame, connection, wanted, reference, aside);
    }

    @Override
    public Installed<T> aside() {
        return new Door<>(frame, connection, wanted, about, true);
    }

    @Override
    public ConnectionId connection() {
        return connection.id();
    }

    @Override
    public SellerId seller() {
        return connection.seller();
    }

    @Override
    public String name() {
        return connection.name();
    }

    @Override
    public String pluginId() {
        return connection.pluginId();
    }

    @Override
    public <A> Optional<Installed<A>> ability(Class<? super A> ability) {
        return ability.isInstance(frame.extension(connection).instance())
                ? Optional.of(new Door<>(frame, connection, ability, about, aside))
                : Optional.empty();
    }

    @Override
    public <R> R call(Duration deadline, Work<T, R> work) throws PluginException {
        return call(deadline, work, false);
    }

    /** The button "Test connection" passes although the connection is paused or broken. */
    <R> R call(Duration deadline, Work<T, R> work, boolean evenIfBroken) throws PluginException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "plugin " + pluginId() + " must not be called inside a database transaction");
        }
        ConnectionRow now = frame.connections().connection(connection.id());
        if (!evenIfBroken) {
            requireUsable(now);
        }
        try {
            R answer = frame.breakers()
                    .call(
                            new CircuitBreakers.Circuit(connection.id(), circuit()),
                            evenIfBroken,
                            () -> enter(
                                    deadline, true, work, frame.connections().settings(now.id())));
            if (evenIfBroken || now.state() == ConnectionState.BROKEN || (!aside && isNews(now))) {
                frame.connections().markWorking(now.id());
            }
            return answer;
        } catch (InvalidSettings e) {
            if (!aside) {
                frame.connections().markBroken(now.id(), e.code(), e.text());
            }
            throw e;
        } catch (Unavailable | Unclear | PluginFailed e) {
            if (!isAside() && isNews(now, e)) {
                frame.connections().markFailing(now.id(), e.code(), e.text());
            }
            throw e;
        }
    }

    /** Prices are asked by the way: that a carrier tells none says nothing about whether it sells labels. */
    private boolean isAside() {
        return aside || wanted == Quotes.class;
    }

    /** What is beside the work fails by itself, and prices and tracking do not fail together. */
    private String circuit() {
        return wanted == Quotes.class ? "prices" : aside ? "aside" : "";
    }

    /** What a connection's health says need not be exact; a write for every call would be. */
    private boolean isNews(ConnectionRow connection) {
        var success = connection.lastSuccess();
        return success == null || connection.isFailing() || isLongAgo(success);
    }

    private boolean isNews(ConnectionRow connection, PluginException failure) {
        var known = connection.lastError();
        return !OUR_OWN.contains(failure.code())
                && (known == null
                        || !known.code().equals(failure.code())
                        || !connection.isFailing()
                        || isLongAgo(known.at()));
    }

    private boolean isLongAgo(Instant at) {
        return at.isBefore(frame.clock().instant().minus(NEWS));
    }

    @Override
    public <R> R read(Work<T, R> work) throws PluginException {
        return enter(TIME_TO_READ, false, work, frame.connections().settings(connection.id()));
    }

    private void requireUsable(ConnectionRow now) throws InvalidSettings {
        switch (now.state()) {
            case ACTIVE -> {}
            case PAUSED ->
                throw new InvalidSettings(
                        "connection-paused",
                        "The connection '" + now.name()
                                + "' is paused. Resume it under Connections; the work goes on by itself.");
            case BROKEN -> {
                var problem = now.lastError();
                throw new InvalidSettings(
                        "connection-broken",
                        "The connection '" + now.name() + "' does not work"
                                + (problem == null ? "." : ": " + problem.text())
                                + " Repair it under Connections; the work goes on by itself.");
            }
        }
    }

    private <R> R enter(Duration deadline, boolean callsOut, Work<T, R> work, Map<String, String> values)
            throws PluginException {
        LoadedPlugin plugin = frame.plugin(connection).orElseThrow(this::missing);
        LoadedExtension extension = plugin.extension(connection.role(), connection.extensionId())
                .filter(one -> wanted.isInstance(one.instance()))
                .orElseThrow(this::missing);
        CallContext context = context(plugin, extension, deadline, callsOut, values);
        Callable<R> inside = inside(plugin, extension, context, work, values);
        if (!plugin.enter()) {
            throw missing();
        }
        try {
            return OwnThread.run(
                    "Plugin " + pluginId() + " (connection '" + name() + "')", plugin.loader(), deadline, inside);
        } catch (PluginException e) {
            plugin.countError();
            throw e;
        }
    }

    private Unavailable missing() {
        return new Unavailable(PluginMissing.CODE, frame.missingText(connection));
    }

    /** Leaves the plugin when its thread ends, which after a deadline may be later than the caller goes on. */
    private <R> Callable<R> inside(
            LoadedPlugin plugin,
            LoadedExtension extension,
            CallContext context,
            Work<T, R> work,
            Map<String, String> values) {
        Map<String, String> log = MDC.getCopyOfContextMap();
        Set<SellerId> sellers = SellerScope.current();
        return () -> {
            MDC.setContextMap(log == null ? Map.of() : log);
            MDC.put("seller", seller().toString());
            MDC.put("connection", connection().toString());
            MDC.put("plugin", pluginId());
            if (about != null) {
                MDC.put("about", about);
            }
            try {
                return ScopedValue.where(CallContext.CURRENT, context)
                        .call(() -> SellerScope.call(
                                sellers,
                                () -> work.run(
                                        cast(extension), extension.settings().bind(values))));
            } finally {
                MDC.clear();
                plugin.leave();
            }
        };
    }

    private CallContext context(
            LoadedPlugin plugin,
            LoadedExtension extension,
            Duration deadline,
            boolean callsOut,
            Map<String, String> values) {
        Set<String> secrets = extension.settings().secrets().stream()
                .map(secret -> values.getOrDefault(secret, ""))
                .filter(secret -> !secret.isBlank())
                .collect(Collectors.toUnmodifiableSet());
        return new CallContext(
                pluginId(),
                connection(),
                seller(),
                plugin.manifest().hosts(),
                frame.properties().rate(pluginId()),
                secrets,
                about,
                frame.clock().instant().plus(deadline),
                aside,
                callsOut);
    }

    /** {@code wanted} was asked before; its type argument is the settings record, which {@code bind} makes. */
    @SuppressWarnings("unchecked")
    private T cast(LoadedExtension extension) {
        return (T) wanted.cast(extension.instance());
    }
}
