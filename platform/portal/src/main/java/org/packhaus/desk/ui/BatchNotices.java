package org.packhaus.desk.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchService;
import org.packhaus.security.CurrentUser;
import org.packhaus.shell.Formats;
import org.packhaus.shell.NavigationEntry.Mood;
import org.packhaus.shell.Notice;
import org.packhaus.shell.NoticeSource;

/** What became of the batches somebody started and then looked elsewhere. */
@org.springframework.stereotype.Component
class BatchNotices implements NoticeSource {
    private static final Duration LONG_AGO = Duration.ofDays(1);
    private static final int MOST = 10;

    private final BatchService batches;
    private final CurrentUser user;
    private final Live live;
    private final Clock clock;

    BatchNotices(BatchService batches, CurrentUser user, Live live, Clock clock) {
        this.batches = batches;
        this.user = user;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public List<Notice> notices(Formats formats) {
        return batches.finished(user.id().value(), clock.instant().minus(LONG_AGO), MOST).stream()
                .map(batch -> notice(batch, formats))
                .toList();
    }

    /** Run again it is another matter. */
    private static Notice notice(BatchProgress batch, Formats formats) {
        int open = batch.failed() + batch.pending();
        return new Notice(
                "batch." + batch.id() + "."
                        + (batch.finishedAt() == null ? 0 : batch.finishedAt().getEpochSecond()),
                open == 0 ? Mood.CALM : Mood.BAD,
                new BatchWords(formats).title(batch),
                open == 0
                        ? formats.text("notices.batch.done", batch.done())
                        : formats.text("notices.batch.open", batch.done(), batch.total(), open),
                "batches/" + batch.id(),
                batch.finishedAt());
    }

    @Override
    public void watch(Component bell, Runnable look) {
        live.finished(bell, user.id(), look);
    }
}
