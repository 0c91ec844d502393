package org.packhaus.plugin.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.AfterSalesChannel;
import org.packhaus.sdk.ChannelProfile;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.Messages;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.pf4j.Extension;

/**
 * A mailbox. Mails are read by IMAP, which leaves them as they are, and answered by SMTP.
 *
 * <p>Mail does not pass {@link PluginTools#http()}: the lines are opened here, to the servers in the settings and no others, with time
 * limits below the portal's deadlines.
 */
@Extension
public final class MailChannel
        implements AfterSalesChannel<MailSettings>, Messages<MailSettings>, Checkable<MailSettings> {
    private static final ChannelProfile PROFILE = new ChannelProfile("mail", "Mail");

    private final PluginTools tools;
    private final @Nullable SSLContext trust;

    public MailChannel(PluginTools tools) {
        this(tools, null);
    }

    /** For tests, whose servers have certificates nobody else believes. */
    MailChannel(PluginTools tools, @Nullable SSLContext trust) {
        this.tools = tools;
        this.trust = trust;
    }

    @Override
    public ChannelProfile profile() {
        return PROFILE;
    }

    @Override
    public Class<MailSettings> settingsType() {
        return MailSettings.class;
    }

    @Override
    public MessagePage messages(Optional<String> cursor, int limit, MailSettings settings) throws PluginException {
        MailLine.requirePrivate(settings);
        try (Mailbox box = Mailbox.open(settings, MailLine.session(settings, trust))) {
            return box.read(Cursor.of(cursor), limit, tools.clock().instant());
        } catch (MessagingException e) {
            throw Trouble.reading(e, settings);
        }
    }

    @Override
    public String send(Answer answer, MailSettings settings) throws PluginException {
        MailLine.requirePrivate(settings);
        return new Outbox(MailLine.session(settings, trust), settings)
                .send(answer, tools.clock().instant());
    }

    @Override
    public String check(MailSettings settings) throws PluginException {
        MailLine.requirePrivate(settings);
        var session = MailLine.session(settings, trust);
        int mails;
        try (Mailbox box = Mailbox.open(settings, session)) {
            mails = box.count();
        } catch (MessagingException e) {
            throw Trouble.reading(e, settings);
        }
        new Outbox(session, settings).knock();
        return "Signed in as " + settings.imapUser() + ": " + mails + " mails in " + settings.folderName()
                + ". Answers go out from " + settings.senderAddress() + ".";
    }
}
