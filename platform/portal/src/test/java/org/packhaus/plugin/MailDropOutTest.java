package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.SandboxTest;
import org.packhaus.sdk.Messages;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.packhaus.seller.Setting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A plugin that brings a large library of its own reads, sends, is taken out, and leaves nothing behind. */
@SandboxTest
class MailDropOutTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Autowired
    PluginHost host;

    @Autowired
    PluginFolder folder;

    @Autowired
    ConnectionService connections;

    @Autowired
    SellerService sellers;

    @Autowired
    ApplicationContext context;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });

    @BeforeEach
    void open() {
        server.withConfiguration(GreenMailConfiguration.aConfig().withUser("shop@x.example", "shop", "geheim"));
        server.start();
    }

    @AfterEach
    void takeOut() throws IOException {
        server.stop();
        BuiltPlugins.takeOut(context, List.of("mail"));
    }

    @Test
    void aTakenOutMailPluginIsCollected() throws Exception {
        BuiltPlugins.assumeBuilt("mail");
        SellerId seller = sellers.create(new NewSeller("Teehaus Dachs", new Mark("X", 1), SenderAddress.EMPTY));
        Path jar = BuiltPlugins.dropIn(context, "mail");
        Awaitility.await().atMost(DEADLINE).until(() -> folder.plugin("mail").isPresent());
        WeakReference<ClassLoader> loader =
                new WeakReference<>(folder.plugin("mail").orElseThrow().loader());
        SellerScope.call(Set.of(seller), () -> {
            use(connect(seller));
            return true;
        });
        Files.delete(jar);
        Awaitility.await().atMost(DEADLINE).until(() -> folder.plugin("mail").isEmpty());
        Awaitility.await().atMost(DEADLINE).until(() -> {
            System.gc();
            return loader.get() == null;
        });
    }

    private void use(ConnectionId mailbox) throws Exception {
        GreenMailUtil.sendTextEmail(
                "shop@x.example",
                "b@x.example",
                "Frage",
                "Hallo",
                server.getSmtp().getServerSetup());
        assertThat(host.check(mailbox)).contains("1 mails");
        Installed<Messages<Record>> door = host.afterSales(mailbox)
                .<Messages<Record>>ability(Messages.class)
                .orElseThrow();
        assertThat(door.call(DEADLINE, (able, settings) -> able.messages(Optional.empty(), 10, settings))
                        .messages())
                .hasSize(1);
        Messages.Answer answer =
                new Messages.Answer("PHA-REFERENCE", "b@x.example", "Re", "Hallo", List.of(), List.of());
        String sent = door.call(DEADLINE, (able, settings) -> able.send(answer, settings));
        assertThat(sent).isEqualTo("<PHA-REFERENCE@x.example>");
    }

    private ConnectionId connect(SellerId seller) {
        return connections.create(new NewConnection(
                seller,
                "mail",
                "mail",
                ConnectionRole.AFTER_SALES,
                "Postfach",
                List.of(
                        Setting.plain("senderAddress", "shop@x.example"),
                        Setting.plain("imapHost", "127.0.0.1"),
                        Setting.plain(
                                "imapPort", Integer.toString(server.getImap().getPort())),
                        Setting.plain("imapSecurity", "NONE"),
                        Setting.plain("imapUser", "shop"),
                        Setting.secret("imapPassword", "geheim"),
                        Setting.plain("smtpHost", "127.0.0.1"),
                        Setting.plain(
                                "smtpPort", Integer.toString(server.getSmtp().getPort())),
                        Setting.plain("smtpSecurity", "NONE"))));
    }
}
