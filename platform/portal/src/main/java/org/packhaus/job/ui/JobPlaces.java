package org.packhaus.job.ui;

import java.util.List;
import java.util.Optional;
import org.packhaus.job.JobAdministration;
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

    @Bean
    NoticeSource jobNotices(JobAdministration jobs, CurrentUser user) {
        return formats -> {
            long givenUp = user.may(Permission.ADMINISTER) ? jobs.counts().givenUp() : 0;
            return givenUp == 0
                    ? List.of()
                    : List.of(new Notice(
                            "jobs." + givenUp,
                            Mood.BAD,
                            formats.text("notices.jobs", givenUp),
                            formats.text("notices.jobs.means"),
                            "jobs",
                            null));
        };
    }
}
