package org.packhaus.plugin;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * The one door to an extension, for one connection of one seller. It holds no reference into the plugin, so it may be kept; when the
 * plugin is taken out, the next call says so.
 *
 * <p>Needs a {@link org.packhaus.seller.SellerScope} that includes the seller.
 *
 * @param <T> the role or ability as the caller sees it, {@code Carrier<Record>} for instance
 */
public interface Installed<T> {

    /** The connection it calls for. */
    ConnectionId connection();

    SellerId seller();

    /** The connection's name, for texts. */
    String name();

    String pluginId();

    /**
     * Calls out. Never inside a database transaction: that would hold locks while a service thinks, and would lose the answer with a
     * rollback. Runs on a thread of its own that is interrupted when the deadline has passed.
     *
     * <p>What it throws, beside what the plugin throws itself:
     *
     * <ul>
     *   <li>{@code Unavailable("plugin-missing")}: the plugin is not there, disabled, or does not offer this; nothing was sent
     *   <li>{@code Unavailable("circuit-open")}: the service failed too often lately; nothing was sent
     *   <li>{@code InvalidSettings("connection-paused")}, {@code ("connection-broken")}: the connection is not in use; nothing was sent
     *   <li>{@code InvalidSettings("settings-invalid")}: the stored settings do not make the plugin's record; nothing was sent
     *   <li>{@code PluginFailed("deadline")} and any other {@code PluginFailed}: nobody knows how far the plugin came; for a purchase
     *       this counts as {@code Unclear}
     * </ul>
     *
     * @throws IllegalStateException inside a transaction
     */
    <R> R call(Duration deadline, Work<T, R> work) throws PluginException;

    /**
     * Asks what the extension knows by itself, {@code rules} for instance. It cannot call out, so this is allowed inside a transaction
     * and on a paused connection.
     */
    <R> R read(Work<T, R> work) throws PluginException;

    /**
     * The same door, for calls about one order: it stands in every log line and in the exchange log, where the order's calls are found by
     * it, and are erased by it with the buyer.
     *
     * @param reference an order number, or the number of one of its parcels
     */
    default Installed<T> about(String reference) {
        return this;
    }

    /**
     * The same door, for questions beside the work, asked in great numbers: where parcels are. They have a circuit breaker of their own,
     * and whatever they bring, the connection's health stays as it is, so that nothing is kept from being booked because tracking is
     * down. Answers that went well are not recorded: they hold many buyers' parcels and say nothing that is not kept.
     */
    default Installed<T> aside() {
        return this;
    }

    /**
     * The same connection seen as one of the abilities, if the extension has it:
     *
     * {@snippet :
     * Optional<Installed<Cancellation<Record>>> cancellation = carrier.ability(Cancellation.class);
     * }
     */
    <A> Optional<Installed<A>> ability(Class<? super A> ability);

    /** What is done with the extension. The settings are the connection's, already checked. */
    @FunctionalInterface
    interface Work<T, R> {
        R run(T extension, Record settings) throws PluginException;
    }
}
