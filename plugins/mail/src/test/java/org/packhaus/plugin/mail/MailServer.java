package org.packhaus.plugin.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.packhaus.plugin.mail.MailSettings.Security;
import org.packhaus.sdk.Secret;

/** A real mail server on this computer, with a seller's box in it. */
final class MailServer implements BeforeEachCallback, AfterEachCallback {
    static final String SELLER = "service@teehaus-dachs.example";

    /** Like no word that an error says. */
    static final String PASSWORD = "Oolong-7788";

    private static final String STORE_PASSWORD = "changeit";
    private static final Path STORE = certificate();

    private final boolean tls;
    private GreenMail mail = new GreenMail(new ServerSetup[0]);

    MailServer(boolean tls) {
        this.tls = tls;
    }

    /** A key that nobody vouches for, for this computer's name. */
    private static Path certificate() {
        try {
            Path store = Files.createTempDirectory("mail-server").resolve("key.p12");
            int ended = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "server",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=ip:127.0.0.1,dns:localhost",
                            "-validity",
                            "2",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass",
                            STORE_PASSWORD)
                    .inheritIO()
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException("keytool ended with " + ended);
            }
            System.setProperty("greenmail.tls.keystore.file", store.toString());
            System.setProperty("greenmail.tls.keystore.password", STORE_PASSWORD);
            return store;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Believes the server's key and no other. */
    static SSLContext trust() throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance(STORE.toFile(), STORE_PASSWORD.toCharArray());
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("server", own.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", tls ? ServerSetup.PROTOCOL_IMAPS : ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", tls ? ServerSetup.PROTOCOL_SMTPS : ServerSetup.PROTOCOL_SMTP)
        });
        mail.withConfiguration(GreenMailConfiguration.aConfig().withUser(SELLER, "dachs", PASSWORD));
        mail.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        mail.stop();
    }

    MailSettings settings() {
        return settings(PASSWORD);
    }

    MailSettings settings(String password) {
        Security security = tls ? Security.TLS : Security.NONE;
        return new MailSettings(
                SELLER,
                Optional.of("Teehaus Dachs – Köln"),
                "127.0.0.1",
                (tls ? mail.getImaps() : mail.getImap()).getPort(),
                security,
                "dachs",
                Secret.of(password),
                Optional.empty(),
                "127.0.0.1",
                (tls ? mail.getSmtps() : mail.getSmtp()).getPort(),
                security,
                Optional.empty(),
                Optional.empty());
    }

    /** Puts a mail into the seller's box, exactly as it is written here. */
    void delivers(String raw) {
        delivers(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    void delivers(byte[] raw) {
        try {
            user().deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAnyRead() {
        try {
            return mail.getManagers().getImapHostManager().getInbox(user()).getMessages().stream()
                    .anyMatch(one -> one.getFlags().contains(Flags.Flag.SEEN));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was sent to anybody else than the seller. */
    List<MimeMessage> sent() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(one -> {
                    try {
                        return one.getHeader("From", null).contains(SELLER);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private GreenMailUser user() {
        return mail.getUserManager().getUser("dachs");
    }
}
