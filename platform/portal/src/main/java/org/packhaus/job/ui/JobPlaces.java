package org.packhaus.job.ui;

import java.util.Optional;
import org.packhaus.job.JobAdministration;
import org.packhaus.security.Permission;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer, with how many jobs do not get through. */
@Configuration(proxyBeanMethods = false)
class JobPlaces {

    @Bean
    NavigationEntry jobsPlace(JobAdministration jobs) {
        return new NavigationEntry(
                940,
                Group.ADMINISTRATION,
                "nav.jobs",
                Icon.CLOCK,
                JobsView.class,
                formats -> {
                    var counts = jobs.counts();
                    long bad = counts.failing() + counts.givenUp();
                    return bad == 0 ? Optional.empty() : Optional.of(new Count(formats.number(bad), Mood.BAD));
                },
                Permission.ADMINISTER);
    }
}
