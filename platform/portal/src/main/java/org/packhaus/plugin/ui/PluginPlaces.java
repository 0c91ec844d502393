package org.packhaus.plugin.ui;

import java.util.Optional;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginRow;
import org.packhaus.security.Permission;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer, with how many files are refused. */
@Configuration(proxyBeanMethods = false)
class PluginPlaces {

    @Bean
    NavigationEntry pluginsPlace(PluginHost plugins) {
        return new NavigationEntry(
                930,
                Group.ADMINISTRATION,
                "nav.plugins",
                Icon.PLUG,
                PluginsView.class,
                formats -> {
                    long refused = plugins.list().stream()
                            .filter(row -> row.state() == PluginRow.State.REFUSED)
                            .count();
                    return refused == 0 ? Optional.empty() : Optional.of(new Count(formats.number(refused), Mood.BAD));
                },
                Permission.ADMINISTER);
    }
}
