package org.packhaus.plugin.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPSSLStore;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.packhaus.plugin.mail.MailSettings.Security;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.Messages.MessagePage;

/** A folder, opened to be looked at: nothing in it changes, not even what counts as read. */
final class Mailbox implements AutoCloseable {
    /** The first time, older mails have been dealt with elsewhere. */
    private static final Duration FIRST_TIME = Duration.ofDays(14);
    /** A larger one is told of, but not read. */
    private static final int LARGEST = 36 << 20;
    /** Then the page ends: its mails are all in memory. */
    private static final long MOST_BYTES = 48L << 20;

    private final Store store;
    private final IMAPFolder folder;
    private final MailReader reader;

    private Mailbox(Store store, IMAPFolder folder, MailReader reader) {
        this.store = store;
        this.folder = folder;
        this.reader = reader;
    }

    static Mailbox open(MailSettings settings, Session session) throws MessagingException {
        boolean tls = settings.imapSecurity() == Security.TLS;
        // Made here and not by name: a look-up of providers goes through whatever class loaders there are.
        URLName address =
                new URLName(tls ? "imaps" : "imap", settings.imapHost(), settings.imapPort(), null, null, null);
        Store store = tls ? new IMAPSSLStore(session, address) : new IMAPStore(session, address);
        boolean opened = false;
        try {
            store.connect(
                    settings.imapHost(),
                    settings.imapPort(),
                    settings.imapUser(),
                    settings.imapPassword().reveal());
            Folder folder = store.getFolder(settings.folderName());
            if (!folder.exists()) {
                throw new FolderNotFoundException(folder);
            }
            folder.open(Folder.READ_ONLY);
            opened = true;
            return new Mailbox(store, (IMAPFolder) folder, new MailReader(session));
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    int count() throws MessagingException {
        return folder.getMessageCount();
    }

    MessagePage read(Cursor from, int limit, Instant now) throws MessagingException {
        long validity = folder.getUIDValidity();
        boolean again = from.validity() == validity;
        // Before the search, so that a mail which comes meanwhile is not skipped.
        long last = again ? from.uid() : Math.max(0, folder.getUIDNext() - 1);
        List<Numbered> found = again ? after(from.uid()) : since(now.minus(FIRST_TIME));
        List<BuyerMessage> read = new ArrayList<>();
        long bytes = 0;
        for (Numbered one : found) {
            if (read.size() >= limit || bytes >= MOST_BYTES) {
                return new MessagePage(read, new Cursor(validity, last).toString(), true);
            }
            try {
                byte[] raw = one.raw();
                bytes += raw.length;
                read.add(raw.length > LARGEST ? reader.tooLarge(raw, now) : reader.read(raw, now));
            } catch (MessageRemovedException e) {
                // Somebody tidied up meanwhile.
            } catch (IOException e) {
                throw new MessagingException("The mail could not be read: " + e.getMessage(), e);
            }
            last = one.uid();
        }
        return new MessagePage(read, new Cursor(validity, last).toString(), false);
    }

    private List<Numbered> after(long uid) throws MessagingException {
        // "*" means the last mail, also where that is an old one.
        return numbered(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)).stream()
                .filter(one -> one.uid() > uid)
                .toList();
    }

    private List<Numbered> since(Instant from) throws MessagingException {
        return numbered(folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(from))));
    }

    private List<Numbered> numbered(Message[] messages) throws MessagingException {
        Message[] there =
                Arrays.stream(messages).filter(message -> message != null).toArray(Message[]::new);
        FetchProfile ahead = new FetchProfile();
        ahead.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(there, ahead);
        List<Numbered> numbered = new ArrayList<>();
        for (Message message : there) {
            numbered.add(new Numbered(folder.getUID(message), (IMAPMessage) message));
        }
        numbered.sort(Comparator.comparingLong(Numbered::uid));
        return numbered;
    }

    private record Numbered(long uid, IMAPMessage message) {
        /** All of it, or of one that is too large its beginning and one byte more than is allowed. */
        byte[] raw() throws MessagingException, IOException {
            message.setPeek(true);
            try (InputStream all = message.getMimeStream()) {
                return all.readNBytes(LARGEST + 1);
            }
        }
    }

    @Override
    public void close() {
        try {
            folder.close(false);
            store.close();
        } catch (MessagingException e) {
            // What was wanted is there; a line that ends badly has ended.
        }
    }
}
