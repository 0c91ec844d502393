package org.packhaus.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RecurringJob;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.Messages.MessagePage;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what buyers wrote. How far a channel was read is in the database, and moves on only after what was read is kept. */
@Component
class MessagePoll implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(MessagePoll.class);
    private static final int PAGE = 25;
    /** Then other work has its turn. */
    private static final int MOST_PAGES = 20;

    private final MessageDesk desk;
    private final CaseIntake intake;
    private final CaseBook book;
    private final TransactionRetry transactions;
    private final Clock clock;

    MessagePoll(MessageDesk desk, CaseIntake intake, CaseBook book, TransactionRetry transactions, Clock clock) {
        this.desk = desk;
        this.intake = intake;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "case.read-messages";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(SellerId seller) {
        for (ConnectionRow channel : desk.channels()) {
            if (channel.seller().equals(seller) && channel.usable()) {
                try {
                    read(channel);
                } catch (RuntimeException e) {
                    log.error("What was written to {} could not be kept; it is read again", channel.name(), e);
                }
            }
        }
        intake.linkLate(seller);
    }

    private void read(ConnectionRow channel) {
        for (int page = 0; page < MOST_PAGES; page++) {
            Instant now = clock.instant();
            Place place = transactions.callAgainIfStale(() -> place(channel));
            if (place.rests(now)) {
                return;
            }
            try {
                MessagePage read = desk.read(channel, Optional.ofNullable(place.at()), PAGE);
                for (BuyerMessage message : read.messages()) {
                    intake.take(channel, message);
                }
                transactions.callAgainIfStale(() -> {
                    book.lane(channel).read(read.next(), now);
                    return true;
                });
                if (!read.more()) {
                    return;
                }
            } catch (PluginException e) {
                log.debug("Channel {} cannot be read", channel.name(), e);
                transactions.callAgainIfStale(() -> {
                    book.lane(channel).failed(e.code(), e.text(), now);
                    return true;
                });
                return;
            }
        }
    }

    private record Place(@Nullable String at, @Nullable Instant notBefore) {
        boolean rests(Instant now) {
            return notBefore != null && now.isBefore(notBefore);
        }
    }

    private Place place(ConnectionRow channel) {
        MessageLane lane = book.lane(channel);
        return new Place(lane.place, lane.notBefore);
    }
}
