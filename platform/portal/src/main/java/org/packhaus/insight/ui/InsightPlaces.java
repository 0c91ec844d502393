package org.packhaus.insight.ui;

import java.util.Optional;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer: the first, so a day begins here. */
@Configuration(proxyBeanMethods = false)
class InsightPlaces {

    @Bean
    NavigationEntry dashboardPlace() {
        return new NavigationEntry(
                50, Group.WORK, "nav.dashboard", Icon.DASH, DashboardView.class, formats -> Optional.empty());
    }
}
