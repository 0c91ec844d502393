package org.packhaus.connect.ui;

import java.util.Optional;
import org.packhaus.returnnumber.PoolBook;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer: how many sellers there are, or what of theirs needs a hand. */
@Configuration(proxyBeanMethods = false)
class SellerPlaces {

    @Bean
    NavigationEntry sellersPlace(ConnectionService connections, PoolBook pools, CurrentUser user) {
        return new NavigationEntry(
                650,
                Group.SET_UP,
                "nav.sellers",
                Icon.STORE,
                SellersView.class,
                formats -> {
                    long broken = connections.list().stream()
                            .filter(row -> row.state() == ConnectionState.BROKEN)
                            .count();
                    long low = pools.lowPools();
                    if (broken + low > 0) {
                        return Optional.of(new Count(formats.text("nav.sellers.needs", broken + low), Mood.BAD));
                    }
                    int sellers = user.chosen().size();
                    return sellers == 0 ? Optional.empty() : Optional.of(new Count(formats.number(sellers), Mood.CALM));
                },
                Permission.MANAGE_SELLERS);
    }
}
