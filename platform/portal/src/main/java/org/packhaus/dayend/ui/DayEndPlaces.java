package org.packhaus.dayend.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.packhaus.dayend.DayEndService;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.packhaus.shell.Notice;
import org.packhaus.shell.NoticeSource;
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

    @Bean
    NoticeSource dayEndNotices(DayEndService days, CurrentUser user, Clock clock) {
        return formats -> {
            long alarms = user.may(Permission.SHIP) ? days.alarms() : 0;
            return alarms == 0
                    ? List.of()
                    : List.of(new Notice(
                            "day-end." + LocalDate.ofInstant(clock.instant(), formats.zone()) + "." + alarms,
                            Mood.BAD,
                            formats.text("notices.day-end", alarms),
                            formats.text("notices.day-end.means"),
                            "day-end",
                            null));
        };
    }
}
