package org.packhaus.print.ui;

import java.util.Optional;
import org.packhaus.print.PrintService;
import org.packhaus.print.TaskState;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer. */
@Configuration(proxyBeanMethods = false)
class PrintPlaces {
    private static final int NEWEST = 30;

    @Bean
    NavigationEntry printStationsPlace(PrintService prints) {
        return new NavigationEntry(800, Group.SET_UP, "nav.print-stations", Icon.PRINT, StationsView.class, formats -> {
            long failed = prints.newest(Long.MAX_VALUE, NEWEST).stream()
                    .filter(task -> task.state() == TaskState.FAILED)
                    .count();
            return failed == 0 ? Optional.empty() : Optional.of(new Count(formats.number(failed), Mood.BAD));
        });
    }
}
