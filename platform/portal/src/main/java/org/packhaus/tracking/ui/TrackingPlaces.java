package org.packhaus.tracking.ui;

import java.util.Optional;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.packhaus.tracking.TrackingService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer. */
@Configuration(proxyBeanMethods = false)
class TrackingPlaces {

    @Bean
    NavigationEntry scorecardsPlace() {
        return new NavigationEntry(
                280, Group.WORK, "nav.scorecards", Icon.STAR, ScorecardsView.class, formats -> Optional.empty());
    }

    @Bean
    NavigationEntry trackingPlace(TrackingService tracking) {
        return new NavigationEntry(270, Group.WORK, "nav.tracking", Icon.PIN, TrackingView.class, formats -> {
            int late = tracking.late();
            if (late > 0) {
                return Optional.of(new Count(formats.text("nav.tracking.late", formats.count(late)), Mood.BAD));
            }
            int risky = tracking.atRisk();
            return risky == 0
                    ? Optional.empty()
                    : Optional.of(new Count(formats.text("nav.tracking.at-risk", formats.count(risky)), Mood.CALM));
        });
    }
}
