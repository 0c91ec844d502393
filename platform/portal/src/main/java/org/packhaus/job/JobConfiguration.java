package org.packhaus.job;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * db-scheduler on the portal's own data source. MariaDB is told to be MySQL 8, which gives lock-and-fetch with {@code SKIP LOCKED};
 * should a release of db-scheduler or MariaDB break that, {@code db-scheduler.polling-strategy: fetch} does without.
 */
@Configuration(proxyBeanMethods = false)
class JobConfiguration {

    @Bean
    DbSchedulerCustomizer scheduling(@Value("${packhaus.node:}") String node) {
        String name = (node.isBlank() ? "" : node + "-")
                + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(name));
            }

            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new JsonSerializer());
            }

            @Override
            public Optional<JdbcCustomization> jdbcCustomization() {
                return Optional.of(new MySQL8JdbcCustomization(true));
            }

            /** Jobs mostly wait for other services; how many run at once is said by {@code db-scheduler.threads}. */
            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("job-", 0).factory()));
            }
        };
    }

    @Bean
    Task<JobEnvelope> jobTask(JobDispatcher dispatcher) {
        return Tasks.custom(JobDispatcher.TASK, JobEnvelope.class)
                .onFailure(dispatcher::failed)
                .onDeadExecutionRevive()
                .execute(dispatcher::run);
    }

    @Bean
    Task<Void> tickTask(RecurringJobs recurring) {
        return Tasks.custom(RecurringJobs.TASK, Void.class)
                .onFailure(recurring::failed)
                .onDeadExecutionRevive()
                .execute(recurring::tick);
    }
}
