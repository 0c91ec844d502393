package org.packhaus.plugin.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import javax.net.ssl.SSLException;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;

/** What went wrong on the line, in the portal's words. */
final class Trouble {

    private Trouble() {}

    static PluginException reading(MessagingException failure, MailSettings settings) {
        if (failure instanceof AuthenticationFailedException) {
            return new InvalidSettings(
                    "account-refused",
                    settings.imapHost() + " does not let " + settings.imapUser()
                            + " in: user or password is wrong, or the provider wants a password made for apps.",
                    "imapPassword");
        }
        if (failure instanceof FolderNotFoundException) {
            return new InvalidSettings(
                    "folder-missing", "The mailbox has no folder \"" + settings.folderName() + "\".", "folder");
        }
        return line(failure, settings.imapHost(), settings.imapPort());
    }

    /** Nothing was sent when this is thrown. */
    static PluginException knocking(MessagingException failure, MailSettings settings) {
        if (failure instanceof AuthenticationFailedException) {
            return new InvalidSettings(
                    "account-refused",
                    settings.smtpHost() + " does not let " + settings.sendingUser()
                            + " send: user or password is wrong.",
                    "smtpPassword");
        }
        return line(failure, settings.smtpHost(), settings.smtpPort());
    }

    private static Unavailable line(MessagingException failure, String host, int port) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return new Unavailable(
                        "no-private-line",
                        "No private line to " + host + ":" + port + ": " + cause.getMessage()
                                + " Is it the right port for this kind of encryption?",
                        null,
                        failure);
            }
        }
        return new Unavailable(
                "not-reachable", host + ":" + port + " does not answer: " + failure.getMessage(), null, failure);
    }
}
