package org.packhaus.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the launcher says.
 *
 * @param sandbox where the sandbox listens
 * @param orders how many orders over all sellers
 * @param sellers how many sellers
 * @param seed for the orders' particulars; the same seed gives the same orders
 * @param faults the sandbox's preset: none, mild or harsh
 * @param carriers by plugin id; the first one is everybody's default
 * @param labels what new connections make labels for: pdf-a6, zpl-100x150 …; the usual roll if absent
 * @param pool how many return numbers a seller's pool holds at first, and numbers come from nowhere else; 0 is plenty
 * @param days how many days of the parcels' way the headless run follows; 0 ends with the confirmation
 * @param history how many orders of each seller have left before anybody looks at the demo with a browser
 * @param out where the headless run writes its report
 */
@ConfigurationProperties("packhaus.demo")
record DemoSettings(
        URI sandbox,
        @DefaultValue("60") int orders,
        @DefaultValue("3") int sellers,
        @DefaultValue("1") long seed,
        @DefaultValue("none") String faults,
        @DefaultValue("dhl") List<String> carriers,
        @Nullable String labels,
        @DefaultValue("0") int pool,
        @DefaultValue("0") int days,
        @DefaultValue("16") int history,
        @Nullable Path out) {

    /** How many orders the seller at that place gets, from 0: evenly, the first ones one more. */
    int ordersOf(int seller) {
        return orders / sellers + (seller < orders % sellers ? 1 : 0);
    }
}
