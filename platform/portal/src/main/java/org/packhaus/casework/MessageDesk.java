package org.packhaus.casework;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.Messages;
import org.packhaus.sdk.Messages.Answer;
import org.packhaus.sdk.Messages.MessagePage;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Mailboxes, help desks and marketplaces behind the host's one door. */
@Component
class MessageDesk {
    private static final Duration TO_READ = Duration.ofSeconds(120);
    /** Below the lease of an answer. */
    static final Duration TO_SEND = Duration.ofSeconds(90);

    private static final List<ConnectionRole> ROLES = List.of(ConnectionRole.AFTER_SALES, ConnectionRole.SALES_CHANNEL);

    private final ObjectProvider<PluginHost> plugins;
    private final ConnectionService connections;

    MessageDesk(ObjectProvider<PluginHost> plugins, ConnectionService connections) {
        this.plugins = plugins;
        this.connections = connections;
    }

    /** Connections in scope by which buyers write; those whose plugin is missing left out. */
    List<ConnectionRow> channels() {
        return ROLES.stream()
                .flatMap(role -> connections.list(role).stream())
                .filter(connection -> messages(connection).isPresent())
                .toList();
    }

    MessagePage read(ConnectionRow channel, Optional<String> place, int limit) throws PluginException {
        return door(channel).aside().call(TO_READ, (able, settings) -> able.messages(place, limit, settings));
    }

    String send(ConnectionId channel, Answer answer) throws PluginException {
        return door(connections.connection(channel)).call(TO_SEND, (able, settings) -> able.send(answer, settings));
    }

    private Installed<Messages<Record>> door(ConnectionRow channel) throws Unavailable {
        return messages(channel)
                .orElseThrow(() -> new Unavailable(
                        "plugin-missing",
                        "The connection '" + channel.name() + "' needs the plugin '" + channel.pluginId()
                                + "', which is not there or reads no messages. Put it into the plugin folder;"
                                + " the work goes on by itself."));
    }

    private Optional<Installed<Messages<Record>>> messages(ConnectionRow channel) {
        try {
            Installed<?> door = channel.role() == ConnectionRole.AFTER_SALES
                    ? plugins.getObject().afterSales(channel.id())
                    : plugins.getObject().salesChannel(channel.id());
            return door.ability(Messages.class);
        } catch (PluginMissing e) {
            return Optional.empty();
        }
    }
}
