package org.packhaus.document.ui;

import java.util.Optional;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer. */
@Configuration(proxyBeanMethods = false)
class PaperPlaces {

    @Bean
    NavigationEntry papersPlace() {
        return new NavigationEntry(
                750, Group.SET_UP, "nav.papers", Icon.SLIP, PapersView.class, formats -> Optional.empty());
    }
}
