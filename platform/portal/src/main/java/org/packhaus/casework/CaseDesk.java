package org.packhaus.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderClues;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.security.Colleagues;
import org.packhaus.security.Colleagues.Colleague;
import org.packhaus.security.Permission;
import org.packhaus.security.UserId;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What people do with cases. Sees the sellers in scope only; who may is asked by whoever calls. */
@Service
public class CaseDesk {
    /** Together; a mail becomes a third larger on its way, and many servers take 25 MB. */
    public static final int MOST_BYTES = 15 << 20;

    private static final int LONGEST_TEXT = 50_000;
    private static final int MOST_FILES = 10;
    private static final int LONGEST_TAG = 40;

    private final CaseBook book;
    private final Answers answers;
    private final OrderService orders;
    private final OrderClues clues;
    private final ConnectionService connections;
    private final Colleagues colleagues;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseDesk(
            CaseBook book,
            Answers answers,
            OrderService orders,
            OrderClues clues,
            ConnectionService connections,
            Colleagues colleagues,
            TransactionRetry transactions,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.answers = answers;
        this.orders = orders;
        this.clues = clues;
        this.connections = connections;
        this.colleagues = colleagues;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is to be sent.
     *
     * @param reference from {@link #newReference()} when the form was opened: written twice, it is sent once
     */
    public record Draft(String reference, ContactReason reason, String text, List<MessageAttachment> files) {
        public Draft {
            files = List.copyOf(files);
        }
    }

    /** For one form. */
    public static String newReference() {
        return Answers.reference();
    }

    /**
     * Answers a case; it waits for the buyer then. Sent by a job, once.
     *
     * @throws CaseException if the marketplace allows no such contact, or there is nothing to send
     */
    public void answer(CaseId id, Draft draft) {
        require(draft);
        transactions.run(() -> {
            SupportCase of = alive(id);
            boolean wrote = book.entries(id).stream().anyMatch(entry -> entry.kind == CaseEntry.Kind.PERSON);
            if (draft.reason() == ContactReason.ANSWER && !wrote) {
                throw new CaseException(
                        "reason-missing",
                        "The buyer has asked nothing in this case. Say which of the allowed reasons it is.");
            }
            write(of, draft, "Re: " + CaseIntake.plain(of.subject));
        });
    }

    /**
     * Writes to an order's buyer first.
     *
     * @param to the buyer's address, as the marketplace shows it
     */
    public CaseId begin(OrderId order, ConnectionId channel, String to, String subject, Draft draft) {
        require(draft);
        if (draft.reason() == ContactReason.ANSWER) {
            throw new CaseException("reason-missing", "Nothing was asked. Say which of the allowed reasons it is.");
        }
        String address = Clean.address(to);
        if (!address.matches("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+")) {
            throw new CaseException("address-invalid", "\"" + to + "\" is no mail address.");
        }
        if (Clean.line(subject).isEmpty()) {
            throw new CaseException("subject-missing", "A message needs a subject.");
        }
        return transactions.call(() -> {
            var about = orders.rows(List.of(order)).stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new CaseException("order-unknown", "There is no order " + order + " that you may see."));
            if (!connections.connection(channel).seller().equals(about.seller())) {
                throw new CaseException("channel-unknown", "The mailbox is not this seller's.");
            }
            SupportCase of = book.add(new SupportCase(
                    channel,
                    about.seller(),
                    Answers.caseNumber(),
                    Clean.line(subject),
                    address,
                    about.buyerName(),
                    order,
                    clock.instant()));
            orders.timeline(order, "case", of.number);
            write(of, draft, of.subject);
            return of.id();
        });
    }

    private static void require(Draft draft) {
        draft.reason().require();
        if (draft.text().isBlank()) {
            throw new CaseException("text-missing", "There is nothing to send.");
        }
        if (draft.text().length() > LONGEST_TEXT) {
            throw new CaseException("text-too-long", "An answer has at most " + LONGEST_TEXT + " characters.");
        }
        if (AnswerFields.isLeft(draft.text())) {
            throw new CaseException(
                    "field-left",
                    "The text still has a field in braces: " + AnswerFields.left(draft.text())
                            + ". Fill it in or remove it.");
        }
        int bytes =
                draft.files().stream().mapToInt(file -> file.content().length).sum();
        if (draft.files().size() > MOST_FILES || bytes > MOST_BYTES) {
            throw new CaseException("files-too-large", "At most " + MOST_FILES + " files of 15 MB together go along.");
        }
    }

    private void write(SupportCase of, Draft draft, String subject) {
        Instant now = clock.instant();
        boolean numbered = subject.contains("[" + of.number + "]");
        CaseAnswer answer = book.add(new CaseAnswer(
                of,
                draft.reference(),
                draft.reason(),
                numbered ? subject : subject + " [" + of.number + "]",
                Clean.text(draft.text()),
                thread(of.id()),
                audit.actor().name(),
                now));
        for (MessageAttachment file : draft.files()) {
            book.add(new CaseFile(of, null, answer, file));
        }
        of.problem = null;
        of.waits(now);
        answers.schedule(answer, of);
        done(of, "case.answer", Map.of("reason", draft.reason().name(), "reference", draft.reference()));
    }

    /** What was said so far, oldest first, as the channel calls it. */
    private List<String> thread(CaseId id) {
        record Said(Instant at, String messageId) {}
        return Stream.concat(
                        book.entries(id).stream()
                                .filter(entry -> entry.messageId != null && entry.kind == CaseEntry.Kind.PERSON)
                                .map(entry -> new Said(entry.happenedAt, String.valueOf(entry.messageId))),
                        book.answers(id).stream()
                                .filter(answer -> answer.messageId != null && answer.sentAt != null)
                                .map(answer -> new Said(answer.writtenAt, String.valueOf(answer.messageId))))
                .sorted((a, b) -> a.at().compareTo(b.at()))
                .map(Said::messageId)
                .toList();
    }

    public void note(CaseId id, String text) {
        if (text.isBlank()) {
            throw new CaseException("text-missing", "The note is empty.");
        }
        change(id, of -> {
            book.add(CaseEntry.note(of, audit.actor().name(), Clean.cut(text, LONGEST_TEXT), clock.instant()));
            done(of, "case.note", Map.of());
        });
    }

    /** Who may work on a seller's cases. */
    public List<Colleague> colleagues(SellerId seller) {
        return colleagues.of(seller, Permission.AFTER_SALES);
    }

    /**
     * Gives it to somebody, who finds it under their own then.
     *
     * @throws CaseException if they may not work on this seller's cases
     */
    public void assign(CaseId id, UserId to) {
        change(id, of -> {
            Colleague colleague = colleagues(of.seller()).stream()
                    .filter(one -> one.id().equals(to))
                    .findFirst()
                    .orElseThrow(() -> new CaseException(
                            "assignee-unknown", "Nobody of that name may work on this seller's cases."));
            if (Objects.equals(of.assigneeId, to.value())) {
                return;
            }
            of.assigneeId = to.value();
            of.assigneeName = Clean.cut(colleague.name(), 120);
            log(of, audit.actor().name().equals(colleague.name()) ? "assigned" : "handed", colleague.name());
            done(of, "case.assign", Map.of("to", colleague.name()));
        });
    }

    /** It is nobody's again. */
    public void giveBack(CaseId id) {
        change(id, of -> {
            if (of.assigneeId != null) {
                of.assigneeId = null;
                of.assigneeName = null;
                log(of, "given-back", "");
                done(of, "case.assign", Map.of("to", ""));
            }
        });
    }

    public void tag(CaseId id, String wanted) {
        String tag = Clean.cut(Clean.line(wanted), LONGEST_TAG);
        if (!tag.isEmpty()) {
            change(id, of -> {
                book.tag(of, tag);
                done(of, "case.tag", Map.of());
            });
        }
    }

    public void untag(CaseId id, String tag) {
        change(id, of -> {
            book.untag(of, tag);
            done(of, "case.untag", Map.of());
        });
    }

    public void solve(CaseId id) {
        change(id, of -> {
            of.solved(clock.instant());
            log(of, "solved", "");
            done(of, "case.solve", Map.of());
        });
    }

    /** The buyer waits again. */
    public void reopen(CaseId id) {
        change(id, of -> {
            Instant now = clock.instant();
            of.opens(BusinessHours.after(now, Duration.ofHours(book.answerHours(of.seller()))), now);
            log(of, "reopened", "");
            done(of, "case.reopen", Map.of());
        });
    }

    /** Says which order it is about. */
    public void link(CaseId id, String orderNumber) {
        change(id, of -> {
            OrderId order = clues.named(of.seller(), orderNumber)
                    .orElseThrow(() -> new CaseException(
                            "order-unknown", "This seller has no order " + orderNumber.strip() + "."));
            of.orderId = order.value();
            orders.timeline(order, "case", of.number);
            log(of, "linked", orderNumber.strip());
            done(of, "case.link", Map.of("order", order.toString()));
        });
    }

    /** A person has looked: the answer has gone out. */
    public void markSent(AnswerId id) {
        answer(id, List.of(AnswerState.UNCLEAR), answer -> answer.sent(null, clock.instant()), "case.answer-was-sent");
    }

    /** A person has looked, or mended what was wrong: it goes out again, under the same reference. */
    public void sendAgain(AnswerId id) {
        answer(
                id,
                List.of(AnswerState.UNCLEAR, AnswerState.REJECTED, AnswerState.BOUNCED),
                answer -> {
                    answer.state = AnswerState.PLANNED;
                    answers.schedule(answer, book.find(new CaseId(answer.caseId)));
                },
                "case.answer-again");
    }

    /** It does not go out any more. */
    public void drop(AnswerId id) {
        answer(
                id,
                List.of(AnswerState.PLANNED, AnswerState.UNCLEAR, AnswerState.REJECTED, AnswerState.BOUNCED),
                answer -> answer.state = AnswerState.DROPPED,
                "case.answer-dropped");
    }

    private void answer(AnswerId id, List<AnswerState> from, Consumer<CaseAnswer> move, String action) {
        transactions.run(() -> {
            CaseAnswer answer = book.answer(id);
            SupportCase of = alive(new CaseId(answer.caseId));
            if (!from.contains(answer.state)) {
                throw new CaseException("answer-moved-on", "The answer has moved on meanwhile. Look at it again.");
            }
            move.accept(answer);
            of.problem = null;
            done(of, action, Map.of("reference", answer.reference));
        });
    }

    /** Within how many business hours a seller's buyers are to have an answer. */
    public int answerHours(SellerId seller) {
        SellerScope.require(seller);
        return transactions.call(() -> book.answerHours(seller));
    }

    /** Counts for what comes in from now on. */
    public void answerHours(SellerId seller, int hours) {
        SellerScope.require(seller);
        if (hours < 1 || hours > 80) {
            throw new CaseException("hours-invalid", "Say between 1 and 80 business hours.");
        }
        transactions.run(() -> {
            book.answerHours(seller, hours);
            audit.record(
                    seller,
                    "case.answer-hours",
                    new Subject("seller", seller.value()),
                    Map.of("hours", Integer.toString(hours)));
        });
    }

    private void change(CaseId id, Consumer<SupportCase> deed) {
        transactions.run(() -> deed.accept(alive(id)));
    }

    private SupportCase alive(CaseId id) {
        SupportCase of = book.find(id);
        if (of.erasedAt != null) {
            throw new CaseException(
                    "case-erased",
                    "The buyer of case " + of.number + " is forgotten; nothing can be done with it any more.");
        }
        return of;
    }

    private void log(SupportCase of, String code, String text) {
        book.add(CaseEntry.change(of, audit.actor().name(), code, text, clock.instant()));
    }

    private void done(SupportCase of, String action, Map<String, String> detail) {
        audit.record(of.seller(), action, new Subject("case", of.id().value()), detail);
        events.publishEvent(new CaseChanged(of.seller(), of.id()));
    }
}
