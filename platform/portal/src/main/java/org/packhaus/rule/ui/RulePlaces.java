package org.packhaus.rule.ui;

import java.util.Optional;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer. */
@Configuration(proxyBeanMethods = false)
class RulePlaces {

    @Bean
    NavigationEntry rulesPlace() {
        return new NavigationEntry(
                700, Group.SET_UP, "nav.rules", Icon.RULES, RulesView.class, formats -> Optional.empty());
    }
}
