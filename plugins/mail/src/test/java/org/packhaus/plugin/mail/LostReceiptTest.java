package org.packhaus.plugin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.plugin.mail.MailSettings.Security;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.FakeTools;

/** A server that fails at one place of the talk: what was sent certainly, certainly not, or perhaps. */
class LostReceiptTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        MAIL  | 451 later        | Unavailable
        MAIL  | 550 not you      | InvalidSettings
        MAIL  | hang up          | Unavailable
        RCPT  | 450 mailbox busy | Unavailable
        RCPT  | 550 no such user | Rejected
        RCPT  | hang up          | Unavailable
        DATA  | 451 later        | Unavailable
        DATA  | hang up          | Unavailable
        .     | 452 disk full    | Unavailable
        .     | 554 spam         | Rejected
        .     | hang up          | Unclear
        """)
    void whatIsSaidOfAMailFollowsFromWhereItFailed(String at, String answer, String expected) throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp(at, answer)) {
            assertThatThrownBy(() -> send(server))
                    .isInstanceOf(PluginException.class)
                    .extracting(thrown -> thrown.getClass().getSimpleName())
                    .isEqualTo(expected);
        }
    }

    @Test
    void aServerThatDiesAfterItTookTheMailChangesNothing() throws Exception {
        try (ScriptedSmtp server = new ScriptedSmtp("QUIT", "hang up")) {
            assertThat(send(server)).contains("PH-REF-0001");
        }
    }

    private static String send(ScriptedSmtp server) throws PluginException {
        MailSettings settings = new MailSettings(
                MailServer.SELLER,
                Optional.empty(),
                "127.0.0.1",
                server.port(),
                Security.NONE,
                "dachs",
                Secret.of("tee"),
                Optional.empty(),
                "127.0.0.1",
                server.port(),
                Security.NONE,
                Optional.empty(),
                Optional.empty());
        return new MailChannel(new FakeTools())
                .send(MailChannelTest.answer("b@x.example", List.of(), List.of()), settings);
    }
}
