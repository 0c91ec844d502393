package org.packhaus.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderClues;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.BuyerMessage.Kind;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Puts a message where it belongs: to the thread it answers, else to the case its subject names, else to the order its words name or its
 * sender's address is known from. What a stranger writes decides where it is shown and nothing else: an answer goes to the address that
 * opened the case.
 */
@Component
class CaseIntake {
    private static final Logger log = LoggerFactory.getLogger(CaseIntake.class);
    private static final Pattern NUMBER = Pattern.compile("\\[(C[2-9A-HJ-NP-Z]{7})]");
    /** A clock of a sender's that stands wrong, or a mail that lay somewhere. */
    private static final Duration OLDEST = Duration.ofDays(30);

    private static final Duration ORDER_MAY_COME = Duration.ofHours(6);
    private static final int MOST_LATE = 50;
    private static final Duration CLOCK_RUNS_FROM = Duration.ofDays(3);

    /** More than a person writes: two machines that answer each other. */
    static final int MOST_AN_HOUR = 20;

    static final String LOOP = "mail-loop";
    static final String BOUNCED = "answer-bounced";

    private final CaseBook book;
    private final OrderClues clues;
    private final OrderService orders;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseIntake(
            CaseBook book,
            OrderClues clues,
            OrderService orders,
            TransactionRetry transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.clues = clues;
        this.orders = orders;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps a message once, however often it is read. What cannot be kept as it is, is kept as a line that says so. */
    void take(ConnectionRow channel, BuyerMessage wrote) {
        BuyerMessage message = dated(wrote);
        try {
            keep(channel, message);
        } catch (DataIntegrityViolationException raced) {
            if (!transactions.call(() -> book.knows(channel.id(), Clean.digest(message.id())))) {
                keepInstead(channel, message, raced);
            }
        } catch (RuntimeException e) {
            keepInstead(channel, message, e);
        }
    }

    /** When it was written is the sender's word: taken within reason. */
    private BuyerMessage dated(BuyerMessage message) {
        Instant now = clock.instant();
        Instant oldest = now.minus(OLDEST);
        Instant at = message.at().isBefore(oldest) ? oldest : message.at().isAfter(now) ? now : message.at();
        return at.equals(message.at())
                ? message
                : new BuyerMessage(
                        message.id(),
                        message.kind(),
                        message.from(),
                        message.fromName(),
                        message.to(),
                        message.subject(),
                        message.text(),
                        message.html(),
                        at,
                        message.thread(),
                        message.attachments());
    }

    private void keepInstead(ConnectionRow channel, BuyerMessage message, RuntimeException failure) {
        log.error("A message of {} could not be kept as it is", channel.name(), failure);
        keep(
                channel,
                new BuyerMessage(
                        message.id(),
                        message.kind(),
                        Clean.address(message.from()),
                        "",
                        "",
                        Clean.cut(Clean.line(message.subject()), 200),
                        "[This message could not be shown. It lies in the mailbox.]",
                        "",
                        message.at(),
                        message.thread(),
                        List.of()));
    }

    private void keep(ConnectionRow channel, BuyerMessage message) {
        String key = Clean.digest(message.id());
        transactions.callAgainIfStale(() -> {
            if (!book.knows(channel.id(), key)) {
                SupportCase found =
                        message.kind() == Kind.BOUNCE ? bounced(channel, message) : threaded(channel, message);
                append(found == null ? open(channel, message) : found, message, key);
            }
            return true;
        });
    }

    private void append(SupportCase to, BuyerMessage message, String key) {
        Instant now = clock.instant();
        CaseEntry entry = book.add(CaseEntry.message(to, message, key));
        for (MessageAttachment file : message.attachments()) {
            book.add(new CaseFile(to, entry, null, file));
        }
        if (message.kind() == Kind.PERSON) {
            if (book.receivedSince(to.seller(), entry.address, now.minus(Duration.ofHours(1))) > MOST_AN_HOUR) {
                to.problem = LOOP;
            } else {
                Instant earliest = now.minus(CLOCK_RUNS_FROM);
                Instant from = message.at().isBefore(earliest) ? earliest : message.at();
                to.opens(BusinessHours.after(from, Duration.ofHours(book.answerHours(to.seller()))), now);
            }
        }
        events.publishEvent(new CaseChanged(to.seller(), to.id()));
    }

    /** Marks the answer that came back; null if it is none of ours, or nobody knows its buyer any more. */
    private @Nullable SupportCase bounced(ConnectionRow channel, BuyerMessage message) {
        Optional<CaseAnswer> answer = book.answered(channel.seller(), message.thread())
                .or(() -> book.byReference(channel.seller(), message.thread()));
        if (answer.isEmpty()) {
            return null;
        }
        SupportCase of = book.find(new CaseId(answer.get().caseId));
        if (of.erasedAt != null) {
            // What it quotes would stay there for good. A case of its own goes by its age.
            return null;
        }
        answer.get()
                .failed(
                        AnswerState.BOUNCED,
                        BOUNCED,
                        "The answer came back: it has not reached the buyer. Look at the address, or write in the"
                                + " marketplace's portal.");
        of.problem = BOUNCED;
        Instant now = clock.instant();
        of.opens(BusinessHours.after(now, Duration.ofHours(book.answerHours(of.seller()))), now);
        return of;
    }

    private @Nullable SupportCase threaded(ConnectionRow channel, BuyerMessage message) {
        Optional<SupportCase> known = book.answered(channel.seller(), message.thread())
                .map(answer -> book.find(new CaseId(answer.caseId)))
                .or(() -> book.threaded(channel.id(), message.thread()))
                .or(() -> book.byReference(channel.seller(), message.thread())
                        .map(answer -> book.find(new CaseId(answer.caseId))));
        String from = Clean.address(message.from());
        if (known.isEmpty()) {
            Matcher number = NUMBER.matcher(message.subject());
            if (number.find()) {
                // Anybody can write a number; the same address is what makes it the same matter.
                known = book.numbered(channel.seller(), number.group(1)).filter(one -> one.buyerAddress.equals(from));
            }
        }
        return known.filter(one -> one.erasedAt == null).orElse(null);
    }

    private SupportCase open(ConnectionRow channel, BuyerMessage message) {
        String from = Clean.address(message.from());
        List<SupportCase> before = from.isEmpty() ? List.of() : book.ofAddress(channel.id(), channel.seller(), from);
        Optional<OrderId> named = clues.named(channel.seller(), message.subject() + "\n" + words(message));
        Optional<OrderId> order = named.or(() -> before.stream()
                        .filter(one -> one.orderId != null)
                        .findFirst()
                        .map(one -> new OrderId(Objects.requireNonNull(one.orderId))))
                .or(() -> clues.ofMail(channel.seller(), from));
        // One matter, one case: what the same address writes about the same order while it is open.
        for (SupportCase one : before) {
            boolean same = order.isPresent()
                    ? Long.valueOf(order.get().value()).equals(one.orderId)
                    : one.orderId == null && plain(one.subject).equals(plain(message.subject()));
            if (same && one.state != CaseState.SOLVED && one.erasedAt == null) {
                return one;
            }
        }
        Instant now = clock.instant();
        SupportCase opened = book.add(new SupportCase(
                channel.id(),
                channel.seller(),
                Answers.caseNumber(),
                Clean.line(message.subject()),
                from,
                Clean.line(message.fromName()),
                order.orElse(null),
                now));
        if (message.kind() != Kind.PERSON) {
            // Nobody waits for an answer to a machine.
            opened.solved(now);
        }
        order.ifPresent(id -> tell(opened, id, named.isPresent()));
        return opened;
    }

    /** A buyer may be quicker than the import: what has no order yet is looked through again for a while. */
    void linkLate(SellerId seller) {
        Instant since = clock.instant().minus(ORDER_MAY_COME);
        transactions.callAgainIfStale(() -> {
            for (SupportCase one : book.withoutOrder(seller, since, MOST_LATE)) {
                Optional<OrderId> named = clues.named(seller, one.subject + "\n" + written(one));
                named.or(() -> clues.ofMail(seller, one.buyerAddress)).ifPresent(order -> {
                    one.orderId = order.value();
                    tell(one, order, named.isPresent());
                    events.publishEvent(new CaseChanged(one.seller(), one.id()));
                });
            }
            return true;
        });
    }

    private String written(SupportCase of) {
        return book.entries(of.id()).stream()
                .filter(entry -> entry.messageKey != null)
                .map(entry -> entry.body.isBlank() ? SafeHtml.words(entry.safeHtml) : entry.body)
                .collect(Collectors.joining("\n"));
    }

    /** On the order's timeline and, where a number in the mail was the clue, in the case. */
    private void tell(SupportCase of, OrderId order, boolean byNumber) {
        orders.timeline(order, "case", of.number);
        if (byNumber) {
            book.add(CaseEntry.change(of, "Packhaus", "linked-by-number", "", clock.instant()));
        }
    }

    private static String words(BuyerMessage message) {
        return message.text().isBlank() ? SafeHtml.words(SafeHtml.of(message.html())) : message.text();
    }

    /** Without what programs put before it. */
    static String plain(String subject) {
        return NUMBER.matcher(Clean.line(subject))
                .replaceAll("")
                .replaceAll("(?i)^(\\s*(re|aw|antw|fwd|fw|wg|回复|答复)\\s*[:：])+", "")
                .strip();
    }
}
