package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/** Ability of an {@link AfterSalesChannel} or a {@link SalesChannel}: buyers write, and are answered. */
public interface Messages<S extends Record> {

    /**
     * Some messages that came in, oldest first. Asking again from the same place gives the same messages: {@link BuyerMessage#id()} tells them
     * apart, and the channel marks nothing as read.
     *
     * @param cursor where the last page ended, as {@link MessagePage#next()} gave it; empty for the first time: then what is not older than a
     *     few days is enough
     * @param limit how many at most; a channel may give fewer
     */
    MessagePage messages(Optional<String> cursor, int limit, S settings) throws PluginException;

    /**
     * Sends an answer.
     *
     * @return the channel's id of what was sent, by which answers to it are told
     * @throws Rejected if refused: an address that does not exist, an attachment too large
     * @throws Unavailable if it certainly was not sent
     * @throws Unclear if it may have been sent; it is not sent again before a person has looked
     */
    String send(Answer answer, S settings) throws PluginException;

    /**
     * Some messages.
     *
     * @param messages oldest first
     * @param next where to ask on the next time; always there, so nothing is read twice in vain
     * @param more whether there is more right now
     */
    record MessagePage(List<BuyerMessage> messages, String next, boolean more) {
        public MessagePage {
            messages = List.copyOf(messages);
        }
    }

    /**
     * What is sent to a buyer.
     *
     * @param reference ours, unique: 8 to 35 letters, digits and hyphens; goes along where the channel has room for it
     * @param to whom, as {@link BuyerMessage#from()} said it
     * @param subject one line
     * @param text plain text, lines ended by LF
     * @param thread ids of the messages before it, oldest first; empty for a new matter
     * @param attachments possibly none
     */
    record Answer(
            String reference,
            String to,
            String subject,
            String text,
            List<String> thread,
            List<MessageAttachment> attachments) {
        public Answer {
            thread = List.copyOf(thread);
            attachments = List.copyOf(attachments);
        }
    }
}
