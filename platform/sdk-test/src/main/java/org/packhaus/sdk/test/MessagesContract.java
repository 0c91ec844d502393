package org.packhaus.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.BuyerMessage.Kind;
import org.packhaus.sdk.Connectable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.sdk.Messages;
import org.packhaus.sdk.Messages.Answer;
import org.packhaus.sdk.Messages.MessagePage;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;

/**
 * The rules of {@link Messages} as tests. Extend it in your plugin's tests beside the contract of your role. A service that speaks HTTP is
 * played by the server, or handed on to a sandbox; one that does not, like a mailbox, is yours to start, and the server stays unused:
 * {@code settings(service)} then gives the mailbox's own for {@code server().uri()}, and for any other address one where nobody listens.
 *
 * @param <S> your settings
 * @param <E> your extension
 */
public abstract class MessagesContract<S extends Record, E extends Connectable<S> & Messages<S>>
        extends Contract<S, E> {
    private static final String TEXT = "Grüße aus Köln: wo ist mein Paket? 包裹在哪里？";
    private static final int AT_A_TIME = 2;

    /** A buyer writes, and it has arrived. @param html whether the text is HTML */
    protected abstract void arrives(String from, String subject, String text, boolean html) throws Exception;

    /** The buyer answers what was sent under that id, with the program everybody has. */
    protected abstract void comesBack(String sentId, String from, String text) throws Exception;

    /** What lies in the service cannot be read as it should; false if that cannot be. */
    protected boolean arrivesBroken() throws Exception {
        return false;
    }

    /** How many messages the service has sent to buyers so far. */
    protected abstract int sent() throws Exception;

    /** Whether the service shows any message as read, because it was fetched. */
    protected abstract boolean isAnyRead() throws Exception;

    /** From now on the service sends what it is given and loses its answer. @return settings with which that is so */
    protected abstract S takesAndSaysNothing() throws Exception;

    private MessagePage page(Optional<String> cursor, int limit) throws Exception {
        return extension(tools).messages(cursor, limit, settings());
    }

    /** Everything up to now is read. @return where to go on */
    private String readOut() throws Exception {
        MessagePage page = page(Optional.empty(), 100);
        for (int i = 0; page.more() && i < 1_000; i++) {
            page = page(Optional.of(page.next()), 100);
        }
        assertThat(page.more()).as("there is an end").isFalse();
        return page.next();
    }

    private List<BuyerMessage> after(String cursor, int limit) throws Exception {
        List<BuyerMessage> messages = new ArrayList<>();
        String at = cursor;
        for (int i = 0; i < 1_000; i++) {
            MessagePage page = page(Optional.of(at), limit);
            messages.addAll(page.messages());
            if (!page.more()) {
                assertThat(page(Optional.of(page.next()), limit).messages())
                        .as("nothing is new then")
                        .isEmpty();
                return messages;
            }
            assertThat(page.next()).as("it goes on").isNotEqualTo(at);
            at = page.next();
        }
        throw new AssertionError("Pages without end");
    }

    private static Answer answer(String to, List<String> thread) {
        return new Answer("PH-CONTRACT-1", to, "Ihre Bestellung – Grüße", "Schöne Grüße\nTeehaus", thread, List.of());
    }

    @Test
    void givesEveryMessageUnderItsOwnIdOldestFirst() throws Exception {
        String start = readOut();
        List<String> written = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            arrives("buyer" + i + "@kunde.example", "Frage " + i, TEXT + " " + i, false);
            written.add(TEXT + " " + i);
        }
        Map<String, BuyerMessage> byId = new LinkedHashMap<>();
        after(start, AT_A_TIME).forEach(message -> byId.putIfAbsent(message.id(), message));
        assertThat(byId.values().stream().map(message -> message.text().strip()))
                .containsExactlyElementsOf(written);
        assertThat(byId.values()).extracting(BuyerMessage::subject).contains("Frage 1", "Frage 5");
        assertThat(byId.values()).extracting(BuyerMessage::from).contains("buyer1@kunde.example");
        assertThat(byId.values()).extracting(BuyerMessage::kind).containsOnly(Kind.PERSON);
        assertThat(byId.keySet()).noneMatch(String::isBlank);
    }

    @Test
    void givesTheSameWhenItIsAskedAgainAndMarksNothing() throws Exception {
        String start = readOut();
        arrives("b@kunde.example", "Frage", TEXT, false);
        List<String> once = ids(after(start, 10));
        assertThat(once).isNotEmpty();
        assertThat(ids(after(start, 10))).isEqualTo(once);
        assertThat(isAnyRead()).as("read by somebody").isFalse();
    }

    private static List<String> ids(List<BuyerMessage> messages) {
        return messages.stream().map(BuyerMessage::id).toList();
    }

    @Test
    void saysWhereToGoOnThoughNothingIsThere() throws Exception {
        String start = readOut();
        assertThat(start).isNotBlank();
        MessagePage none = page(Optional.of(start), 10);
        assertThat(none.messages()).isEmpty();
        arrives("b@kunde.example", "Frage", TEXT, false);
        assertThat(after(none.next(), 10)).extracting(BuyerMessage::subject).contains("Frage");
    }

    /** What is shown is the portal's to make harmless, and it can only do so with what came. */
    @Test
    void handsHtmlOverAsItCame() throws Exception {
        String start = readOut();
        arrives("b@kunde.example", "Bild", "<p>Hallo</p><script>alert(1)</script>", true);
        assertThat(after(start, 10).getLast().html()).contains("<script>alert(1)</script>");
    }

    @Test
    void goesOnPastWhatItCannotRead() throws Exception {
        String start = readOut();
        if (arrivesBroken()) {
            arrives("b@kunde.example", "Dahinter", TEXT, false);
            assertThat(after(start, AT_A_TIME))
                    .extracting(BuyerMessage::subject)
                    .contains("Dahinter");
        }
    }

    @Test
    void anAnswerGoesOutOnceAndWhatComesBackNamesIt() throws Exception {
        String start = readOut();
        arrives("eva@kunde.example", "Frage", TEXT, false);
        BuyerMessage question = after(start, 10).getLast();
        int before = sent();
        String id = extension(tools).send(answer(question.from(), List.of(question.id())), settings());
        assertThat(id).isNotBlank();
        assertThat(sent()).isEqualTo(before + 1);
        comesBack(id, "eva@kunde.example", "Danke!");
        assertThat(after(start, 10).getLast().thread()).contains(id);
    }

    @Test
    void beginsANewMatterWithAFile() throws Exception {
        int before = sent();
        Answer first = new Answer(
                "PH-CONTRACT-2",
                "neu@kunde.example",
                "Ihre Bestellung",
                "Eine Frage",
                List.of(),
                List.of(new MessageAttachment("Beleg Ä.pdf", "application/pdf", new byte[] {1, 2, 3})));
        assertThat(extension(tools).send(first, settings())).isNotBlank();
        assertThat(sent()).isEqualTo(before + 1);
    }

    @Test
    void refusesWhatIsNoAddressBeforeAnythingIsSent() throws Exception {
        int before = sent();
        for (String to : List.of("", "nobody", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example")) {
            expect(Rejected.class, () -> extension(tools).send(answer(to, List.of()), settings()));
        }
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void saysUnclearWhenItMayHaveBeenSent() throws Exception {
        S deaf = takesAndSaysNothing();
        expect(Unclear.class, () -> extension(tools).send(answer("b@kunde.example", List.of()), deaf));
    }

    @Test
    void saysUnavailableWhenNobodyIsThere() {
        S nobody = settings(ScriptedServer.nobody());
        expect(Unavailable.class, () -> extension(tools).send(answer("b@kunde.example", List.of()), nobody));
        expect(Unavailable.class, () -> extension(tools).messages(Optional.empty(), 10, nobody));
    }

    @Test
    void blamesTheSettingsWhenCredentialsAreRefused() {
        expect(
                InvalidSettings.class,
                () -> extension(tools).messages(Optional.empty(), 10, wrongSettings(server.uri())));
    }

    @Test
    void mayBeUsedByManyThreads() throws Exception {
        String start = readOut();
        arrives("b@kunde.example", "Frage", TEXT, false);
        E one = extension(tools);
        List<String> expected =
                ids(one.messages(Optional.of(start), 10, settings()).messages());
        List<Future<List<String>>> pages = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                pages.add(threads.submit(() ->
                        ids(one.messages(Optional.of(start), 10, settings()).messages())));
            }
        }
        for (Future<List<String>> page : pages) {
            assertThat(page.get(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)).isEqualTo(expected);
        }
    }
}
