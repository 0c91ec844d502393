package org.packhaus.aftersales.ui;

import java.util.Optional;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.security.Permission;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer. */
@Configuration(proxyBeanMethods = false)
class AfterSalesPlaces {

    @Bean
    NavigationEntry returnsPlace(ReturnService returns) {
        return new NavigationEntry(
                290,
                Group.WORK,
                "nav.returns",
                Icon.RETURN,
                ReturnsView.class,
                formats -> {
                    int soon = returns.dueSoon();
                    if (soon > 0) {
                        return Optional.of(new Count(formats.text("nav.returns.soon", formats.count(soon)), Mood.BAD));
                    }
                    int open = returns.toDecide();
                    return open == 0 ? Optional.empty() : Optional.of(new Count(formats.count(open), Mood.CALM));
                },
                Permission.AFTER_SALES);
    }
}
