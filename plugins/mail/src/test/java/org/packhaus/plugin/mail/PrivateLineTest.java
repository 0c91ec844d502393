package org.packhaus.plugin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.FakeTools;

/** Mail over TLS. The test server's certificate is nobody's: only who is told to believe it does. */
class PrivateLineTest {
    @RegisterExtension
    final MailServer server = new MailServer(true);

    @Test
    void aCertificateNobodyVouchesForIsNotBelieved() {
        assertThatThrownBy(() -> new MailChannel(new FakeTools()).check(server.settings()))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("No private line");
        assertThatThrownBy(() -> new MailChannel(new FakeTools())
                        .send(MailChannelTest.answer("b@x.example", List.of(), List.of()), server.settings()))
                .isInstanceOf(Unavailable.class);
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void readsAndSendsOverALineItBelieves() throws Exception {
        MailChannel channel = new MailChannel(new FakeTools(), MailServer.trust());
        server.delivers("From: b@x.example\nMessage-ID: <m@x.example>\nSubject: s\n\nHello\n");
        assertThat(channel.messages(Optional.empty(), 5, server.settings()).messages())
                .hasSize(1);
        channel.send(MailChannelTest.answer("b@x.example", List.of(), List.of()), server.settings());
        assertThat(server.sent()).hasSize(1);
    }
}
