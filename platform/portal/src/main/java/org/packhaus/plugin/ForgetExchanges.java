package org.packhaus.plugin;

import java.time.Clock;
import java.time.Duration;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Exchanges hold buyers' addresses, so they are kept no longer than set. */
@Component
class ForgetExchanges implements RecurringJob {
    private final ExchangeLog exchanges;
    private final PluginProperties properties;
    private final Clock clock;

    ForgetExchanges(ExchangeLog exchanges, PluginProperties properties, Clock clock) {
        this.exchanges = exchanges;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-exchanges";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(SellerId seller) {
        exchanges.forgetBefore(clock.instant().minus(properties.keepExchanges()));
    }
}
