package org.packhaus.dayend.ui;

import java.util.Optional;
import org.packhaus.dayend.DayEndService;
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
class DayEndPlaces {

    @Bean
    NavigationEntry dayEndPlace(DayEndService days) {
        return new NavigationEntry(
                260,
                Group.WORK,
                "nav.day-end",
                Icon.TRUCK,
                DayEndView.class,
                formats -> {
                    long alarms = days.alarms();
                    return alarms == 0 ? Optional.empty() : Optional.of(new Count(formats.number(alarms), Mood.BAD));
                },
                Permission.SHIP);
    }
}
