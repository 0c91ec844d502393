package org.packhaus.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.JobType;
import org.packhaus.job.Jobs;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.sdk.Messages.Answer;
import org.packhaus.seller.ConnectionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The steps of an answer on its way out, each one whole transaction. */
@Component
class Answers {
    static final JobType<Due> JOB = new JobType<>("case.send-answer", Due.class);
    static final String PREFIX = "PHA-";
    static final String FAILED = "answer-failed";
    static final String UNCLEAR = "answer-unclear";
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Outlasts the call. */
    private static final Duration LEASE = MessageDesk.TO_SEND.plusSeconds(60);

    private final CaseBook book;
    private final Jobs jobs;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answers(CaseBook book, Jobs jobs, TransactionRetry transactions, ApplicationEventPublisher events, Clock clock) {
        this.book = book;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Data of the job. */
    record Due(long answer) {}

    /** What is to be done next, outside any transaction. */
    sealed interface Next {
        record Send(ConnectionId channel, Answer answer) implements Next {}

        record Wait(Duration delay) implements Next {}

        record Over() implements Next {}
    }

    /** Not to be guessed: who knows it has read one of our mails. */
    static String reference() {
        return PREFIX + random(20);
    }

    static String caseNumber() {
        return "C" + random(7);
    }

    private static String random(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    /** In the running transaction. */
    void schedule(CaseAnswer answer, SupportCase of) {
        jobs.schedule(
                JOB,
                Long.toString(answer.id().value()),
                of.seller(),
                new Due(answer.id().value()));
    }

    /** Takes an answer to be sent: {@code SENDING} is committed when this returns. */
    Next claim(AnswerId id) {
        return transactions.callAgainIfStale(() -> {
            CaseAnswer answer = book.answer(id);
            Instant now = clock.instant();
            return switch (answer.state) {
                case PLANNED -> {
                    answer.state = AnswerState.SENDING;
                    answer.leaseUntil = now.plus(LEASE);
                    yield send(answer);
                }
                case SENDING -> {
                    if (answer.leaseUntil != null && now.isBefore(answer.leaseUntil)) {
                        yield new Next.Wait(Duration.between(now, answer.leaseUntil));
                    }
                    doubtful(
                            answer,
                            "node-died",
                            "The portal was stopped while the answer was being sent. Nobody knows whether it has gone"
                                    + " out; look into the sent mails.");
                    yield new Next.Over();
                }
                case SENT, REJECTED, UNCLEAR, BOUNCED, DROPPED -> new Next.Over();
            };
        });
    }

    private Next.Send send(CaseAnswer answer) {
        SupportCase of = book.find(new CaseId(answer.caseId));
        List<MessageAttachment> files = new ArrayList<>();
        for (CaseFile file : book.filesOf(answer.id())) {
            files.add(new MessageAttachment(file.name, file.mediaType, file.content));
        }
        return new Next.Send(
                new ConnectionId(of.connectionId),
                new Answer(answer.reference, answer.recipient, answer.subject, answer.body, answer.threadIds(), files));
    }

    void sent(AnswerId id, String messageId) {
        settle(id, answer -> answer.sent(messageId, clock.instant()));
    }

    /** Certainly not sent, by no fault of the answer's: it is tried again. */
    void later(AnswerId id, String code, String text) {
        settle(id, answer -> answer.failed(AnswerState.PLANNED, code, text));
    }

    void rejected(AnswerId id, String code, String text) {
        settle(id, answer -> {
            answer.failed(AnswerState.REJECTED, code, text);
            trouble(answer, FAILED);
        });
    }

    void unclear(AnswerId id, String code, String text) {
        settle(id, answer -> doubtful(answer, code, text));
    }

    private void doubtful(CaseAnswer answer, String code, String text) {
        answer.failed(AnswerState.UNCLEAR, code, text);
        trouble(answer, UNCLEAR);
    }

    private void trouble(CaseAnswer answer, String problem) {
        SupportCase of = book.find(new CaseId(answer.caseId));
        Instant now = clock.instant();
        of.problem = problem;
        of.opens(BusinessHours.after(now, Duration.ofHours(book.answerHours(of.seller()))), now);
    }

    private void settle(AnswerId id, Consumer<CaseAnswer> move) {
        transactions.callAgainIfStale(() -> {
            CaseAnswer answer = book.answer(id);
            // Whatever came meanwhile, a bounce or a person's word, is newer.
            if (answer.state == AnswerState.SENDING) {
                move.accept(answer);
            }
            events.publishEvent(
                    new CaseChanged(book.find(new CaseId(answer.caseId)).seller(), new CaseId(answer.caseId)));
            return true;
        });
    }
}
