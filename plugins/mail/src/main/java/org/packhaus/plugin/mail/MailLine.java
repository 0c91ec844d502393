package org.packhaus.plugin.mail;

import jakarta.mail.Session;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.packhaus.plugin.mail.MailSettings.Security;
import org.packhaus.sdk.InvalidSettings;

/** How lines to mail servers are set up: with time limits, checked certificates, and no password in the open. */
final class MailLine {
    private static final String CONNECT = "10000";
    private static final String SILENT = "30000";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private MailLine() {}

    /** @param trust whose certificates are believed; null for those the JDK knows */
    static Session session(MailSettings settings, @Nullable SSLContext trust) {
        Properties values = new Properties();
        for (String protocol : new String[] {"imap", "imaps", "smtp", "smtps"}) {
            String name = "mail." + protocol + ".";
            values.put(name + "connectiontimeout", CONNECT);
            values.put(name + "timeout", SILENT);
            values.put(name + "ssl.checkserveridentity", "true");
            if (trust != null) {
                values.put(name + "ssl.socketFactory", trust.getSocketFactory());
            }
        }
        starttls(values, "mail.imap.", settings.imapSecurity());
        starttls(values, "mail.smtp.", settings.smtpSecurity());
        values.put("mail.imap.peek", "true");
        values.put("mail.imaps.peek", "true");
        values.put("mail.imap.partialfetch", "false");
        values.put("mail.imaps.partialfetch", "false");
        for (String protocol : new String[] {"smtp", "smtps"}) {
            values.put("mail." + protocol + ".from", settings.senderAddress());
            values.put("mail." + protocol + ".localhost", settings.domain());
            values.put("mail." + protocol + ".auth", "true");
            values.put("mail." + protocol + ".quitwait", "false");
        }
        values.put("mail.mime.address.strict", "false");
        return Session.getInstance(values);
    }

    private static void starttls(Properties values, String name, Security security) {
        boolean wanted = security == Security.STARTTLS;
        values.put(name + "starttls.enable", Boolean.toString(wanted));
        values.put(name + "starttls.required", Boolean.toString(wanted));
    }

    /** @throws InvalidSettings if a password would go over a network in the open */
    static void requirePrivate(MailSettings settings) throws InvalidSettings {
        require(settings.imapSecurity(), settings.imapHost(), "imapSecurity");
        require(settings.smtpSecurity(), settings.smtpHost(), "smtpSecurity");
    }

    private static void require(Security security, String host, String component) throws InvalidSettings {
        if (security == Security.NONE && !HERE.contains(host)) {
            throw new InvalidSettings(
                    "not-private",
                    "Without encryption the password of " + host
                            + " could be read on the way. That is allowed on this computer only; choose TLS or"
                            + " STARTTLS.",
                    component);
        }
    }
}
