package org.packhaus.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.shell.Texts;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator reads what a job does, not what its handler is called. */
@DatabaseTest
class JobWordsTest {
    @Autowired
    private List<JobHandler<?>> handlers;

    @Autowired
    private List<RecurringJob> recurring;

    @Test
    void everyJobHasItsWords() {
        assertThat(Stream.concat(
                        handlers.stream().map(handler -> handler.type().name()),
                        recurring.stream().map(RecurringJob::name)))
                .contains("batch", "tracking.poll")
                .allSatisfy(name -> assertThat(Texts.has("job." + name))
                        .as("job.%s is among the texts", name)
                        .isTrue());
    }
}
