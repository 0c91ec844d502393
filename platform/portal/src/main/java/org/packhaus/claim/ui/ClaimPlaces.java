package org.packhaus.claim.ui;

import java.util.Optional;
import org.packhaus.claim.ClaimFilter;
import org.packhaus.claim.ClaimService;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer. */
@Configuration(proxyBeanMethods = false)
class ClaimPlaces {

    @Bean
    NavigationEntry claimsPlace(ClaimService claims) {
        return new NavigationEntry(275, Group.WORK, "nav.claims", Icon.ALERT, ClaimsView.class, formats -> {
            int open = claims.counts().getOrDefault(ClaimFilter.OPEN, 0);
            return open == 0 ? Optional.empty() : Optional.of(new Count(formats.number(open), Mood.CALM));
        });
    }
}
