package org.packhaus.casework;

import java.time.Duration;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.springframework.stereotype.Component;

/** Sends an answer. Once: what may have been sent is never sent again by a machine. */
@Component
class AnswerJob implements JobHandler<Answers.Due> {
    private static final Duration LATER = Duration.ofMinutes(2);
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    private final Answers answers;
    private final MessageDesk desk;

    AnswerJob(Answers answers, MessageDesk desk) {
        this.answers = answers;
        this.desk = desk;
    }

    @Override
    public JobType<Answers.Due> type() {
        return Answers.JOB;
    }

    @Override
    public JobResult run(Answers.Due due, JobContext context) {
        AnswerId id = new AnswerId(due.answer());
        return switch (answers.claim(id)) {
            case Answers.Next.Send send -> send(id, send);
            case Answers.Next.Wait wait ->
                JobResult.again(wait.delay().compareTo(AT_LEAST) < 0 ? AT_LEAST : wait.delay());
            case Answers.Next.Over over -> JobResult.DONE;
        };
    }

    private JobResult send(AnswerId id, Answers.Next.Send send) {
        try {
            answers.sent(id, desk.send(send.channel(), send.answer()));
            return JobResult.DONE;
        } catch (PluginException e) {
            return switch (e) {
                case Unavailable unavailable -> {
                    answers.later(id, e.code(), e.text());
                    yield JobResult.again(unavailable.retryAfter().orElse(LATER));
                }
                case InvalidSettings settings -> {
                    answers.later(id, e.code(), e.text());
                    yield JobResult.again(LATER);
                }
                case Rejected rejected -> {
                    answers.rejected(id, e.code(), e.text());
                    yield JobResult.DONE;
                }
                case Unclear unclear -> {
                    answers.unclear(id, e.code(), e.text());
                    yield JobResult.DONE;
                }
                case PluginFailed broken -> {
                    answers.unclear(id, e.code(), e.text());
                    yield JobResult.DONE;
                }
            };
        }
    }

    /** What is open there is looked at by a person, in the case. */
    @Override
    public boolean mayBeRunByHand() {
        return false;
    }
}
