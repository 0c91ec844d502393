package org.packhaus.database;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for everything, so that tests and the demo can set it. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock portalClock() {
        // MariaDB keeps microseconds; a value must read back as it was written.
        return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1000));
    }
}
