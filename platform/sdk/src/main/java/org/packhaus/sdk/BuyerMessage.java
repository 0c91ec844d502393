package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;

/**
 * A message that came in.
 *
 * @param id the channel's own, unique and the same whenever it is asked: a mail's Message-ID
 * @param kind whether a person wrote it
 * @param from who, in the form that {@link Messages.Answer#to()} takes; may be a pseudonym of the marketplace's
 * @param fromName as the sender calls himself, may be empty; never to be believed
 * @param to to which address of the seller's
 * @param subject one line, may be empty
 * @param text what it says as plain text; empty if it came as HTML only
 * @param html what it says as HTML, exactly as it came, may be empty; whoever shows it makes it safe first
 * @param at when it was written
 * @param thread ids of the messages it answers, oldest first
 * @param attachments possibly none
 */
public record BuyerMessage(
        String id,
        Kind kind,
        String from,
        String fromName,
        String to,
        String subject,
        String text,
        String html,
        Instant at,
        List<String> thread,
        List<MessageAttachment> attachments) {
    public BuyerMessage {
        thread = List.copyOf(thread);
        attachments = List.copyOf(attachments);
    }

    /** Whether a person wrote it. */
    public enum Kind {
        PERSON,
        /** A machine answered: out of office, "we have received your message". Is never answered by a machine. */
        AUTOMATIC,
        /** A message of ours did not arrive; {@link BuyerMessage#thread()} says which. */
        BOUNCE
    }

    /** Refers to the message without printing what a buyer wrote. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
