package org.packhaus.plugin.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/**
 * One mailbox and the way out of it.
 *
 * @param senderAddress the one from which every answer goes, whatever else the account may send from: marketplaces pass on mails from the
 *     seller's registered address only
 * @param senderName beside the address, as buyers read it
 * @param folder where buyers' mails lie; INBOX if absent
 * @param smtpUser who sends; the mailbox's user if absent
 * @param smtpPassword the mailbox's if absent
 */
public record MailSettings(
        @NotBlank @Pattern(regexp = "[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+")
        String senderAddress,

        Optional<String> senderName,
        @NotBlank String imapHost,
        @Min(1) @Max(65535) int imapPort,
        @NotNull Security imapSecurity,
        @NotBlank String imapUser,
        @NotNull Secret imapPassword,
        Optional<String> folder,
        @NotBlank String smtpHost,
        @Min(1) @Max(65535) int smtpPort,
        @NotNull Security smtpSecurity,
        Optional<String> smtpUser,
        Optional<Secret> smtpPassword) {

    /** How the line is kept private. */
    public enum Security {
        /** From the first byte: ports 993 and 465. */
        TLS,
        /** Begins in the open and changes over before anybody signs in: ports 143 and 587. */
        STARTTLS,
        /** Not at all; on this computer only. */
        NONE
    }

    String folderName() {
        return folder.filter(name -> !name.isBlank()).orElse("INBOX");
    }

    String sendingUser() {
        return smtpUser.filter(user -> !user.isBlank()).orElse(imapUser);
    }

    String sendingPassword() {
        return smtpPassword
                .filter(password -> !password.isBlank())
                .orElse(imapPassword)
                .reveal();
    }

    /** For what needs a name of our own: message ids, the greeting. */
    String domain() {
        return senderAddress.substring(senderAddress.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
