package org.packhaus.casework.ui;

import java.util.Optional;
import org.packhaus.casework.CaseInbox;
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
class CasePlaces {

    @Bean
    NavigationEntry casesPlace(CaseInbox inbox) {
        return new NavigationEntry(
                290,
                Group.WORK,
                "nav.cases",
                Icon.EDIT,
                CasesView.class,
                formats -> {
                    int overdue = inbox.overdue(formats.now());
                    if (overdue > 0) {
                        return Optional.of(
                                new Count(formats.text("nav.cases.overdue", formats.count(overdue)), Mood.BAD));
                    }
                    int open = inbox.open();
                    return open == 0 ? Optional.empty() : Optional.of(new Count(formats.count(open), Mood.CALM));
                },
                Permission.AFTER_SALES);
    }
}
