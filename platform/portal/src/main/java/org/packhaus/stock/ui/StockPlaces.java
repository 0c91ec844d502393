package org.packhaus.stock.ui;

import java.util.Optional;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.packhaus.stock.StockService;
import org.packhaus.stock.StockShow;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's place in the drawer, with how many SKUs have run out. */
@Configuration(proxyBeanMethods = false)
class StockPlaces {
    private static final int COUNTED = 99;

    @Bean
    NavigationEntry stockPlace(StockService stock) {
        return new NavigationEntry(400, Group.GOODS, "nav.stock", Icon.STOCK, StockView.class, formats -> {
            int out = stock.rows("", StockShow.OUT, null, COUNTED).rows().size();
            return out == 0 ? Optional.empty() : Optional.of(new Count(formats.text("nav.stock.out", out), Mood.CALM));
        });
    }
}
