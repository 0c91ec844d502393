package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Checkable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.NoSellerScope;
import org.packhaus.seller.SellerId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class DoorTest {
    private static HostBench bench;

    @BeforeAll
    static void open() {
        bench = HostBench.open();
        FixtureJar.of("parrot").into(bench.folder, "parrot.jar");
        bench.look();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @BeforeEach
    void mend() throws PluginException {
        bench.state = ConnectionState.ACTIVE;
        bench.broken = "";
        bench.settings.put("password", "cracker-4711");
        bench.host.keepFor("parrot", Set.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> !bench.say("hello").isEmpty());
        // Fills the breaker's window with good calls.
        for (int i = 0; i < 4; i++) {
            bench.say("hello");
        }
    }

    @Test
    void runsOnAThreadOfItsOwnWithThePluginsClassLoaderAndSaysForWhom() throws PluginException {
        assertThat(bench.say("thread")).isEqualTo("true true 7/42/parrot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.context.ApplicationContext",
                "tools.jackson.core.JsonParser",
                "org.packhaus.plugin.Door",
                "com.vaadin.flow.component.Component",
                "org.hibernate.validator.HibernateValidator"
            })
    void aPluginSeesNothingOfTheHost(String type) throws Exception {
        assertThat(Class.forName(type).getName()).isEqualTo(type);

        assertThatThrownBy(() -> bench.say("class " + type))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(type);
    }

    @Test
    void aPluginSeesTheJdkAndTheSdk() throws PluginException {
        assertThat(bench.say("class org.packhaus.sdk.Tracking")).isEqualTo("org.packhaus.sdk.Tracking");
        assertThat(bench.say("class java.net.http.HttpClient")).isEqualTo("java.net.http.HttpClient");
    }

    @Test
    void whatADoorCannotDoItDoesNotOffer() {
        Optional<Installed<Cancellation<Record>>> cancellation = bench.carrier().ability(Cancellation.class);

        assertThat(cancellation).isEmpty();
    }

    @Test
    void cutsOffAtTheDeadlineAndInterrupts() {
        PluginFailed failed =
                catchThrowableOfType(PluginFailed.class, () -> bench.say("sleep", Duration.ofMillis(200)));

        assertThat(failed.code()).isEqualTo("deadline");
        assertThat(failed.text())
                .isEqualTo(
                        "Plugin parrot (connection 'Parrot of Anna') did not come back within 200 ms and was cut off.");
        // Taking the plugin out waits for calls under way, so this is quick only if the sleeper was woken.
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> bench.host.disable("parrot"));
        bench.host.enable("parrot");
    }

    @ParameterizedTest
    @CsvSource({"screech, Screech", "recurse, StackOverflowError", "linkage, NoClassDefFoundError"})
    void everythingUnknownBecomesPluginFailed(String words, String named) {
        PluginFailed failed = catchThrowableOfType(PluginFailed.class, () -> bench.say(words));

        assertThat(failed.code()).isEqualTo("plugin-failed");
        assertThat(failed.text()).contains("(" + named + ")").contains("tell its provider");
        assertThat(failed).cause().isInstanceOf(Outward.Foreign.class);
        assertThat(String.valueOf(failed.getCause())).contains(named);
    }

    @Test
    void whatAPluginThrowsArrivesWithAllItSays() {
        Rejected rejected = catchThrowableOfType(Rejected.class, () -> bench.say("reject"));
        assertThat(rejected.code()).isEqualTo("no-seeds");
        assertThat(rejected.faults()).containsExactly(Rejected.Fault.of("seeds", "none"));

        Unavailable unavailable = catchThrowableOfType(Unavailable.class, () -> bench.say("unavailable"));
        assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(7));

        Unclear unclear = catchThrowableOfType(Unclear.class, () -> bench.say("unclear"));
        assertThat(unclear.code()).isEqualTo("mumbled");
    }

    @Test
    void refusesInsideATransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> bench.say("hello"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must not be called inside a database transaction");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void readingIsAllowedInsideATransactionButCannotCallOut() throws PluginException {
        Installed<org.packhaus.sdk.Checkable<Record>> parrot = bench.parrot();
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            bench.settings.put("say", "hello");
            assertThat(HostBench.inScope(() -> parrot.<String>read((extension, cage) -> extension.check(cage))))
                    .startsWith("Polly");
            bench.settings.put("say", "get https://api.example.org/");
            assertThatThrownBy(() ->
                            HostBench.inScope(() -> parrot.<String>read((extension, cage) -> extension.check(cage))))
                    .hasMessageContaining("while it was only asked what it knows");
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    @Test
    void refusesWithoutASellerInScope() {
        Installed<org.packhaus.sdk.Checkable<Record>> parrot = bench.parrot();

        assertThatThrownBy(() -> parrot.call(Duration.ofSeconds(1), (extension, cage) -> extension.check(cage)))
                .isInstanceOf(NoSellerScope.class);
    }

    @Test
    void refusedSettingsBreakTheConnectionAndATestThatWorksMendsIt() throws PluginException {
        InvalidSettings invalid = catchThrowableOfType(InvalidSettings.class, () -> bench.say("invalid"));
        assertThat(invalid.component()).contains("password");
        assertThat(bench.state).isEqualTo(ConnectionState.BROKEN);

        assertThatThrownBy(() -> bench.say("hello"))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.code()).isEqualTo("connection-broken"))
                .hasMessageContaining("Wrong seed. Repair it under Connections");

        bench.settings.put("say", "hello");
        assertThat(HostBench.inScope(() -> bench.host.check(HostBench.CONNECTION)))
                .startsWith("Polly says");
        assertThat(bench.state).isEqualTo(ConnectionState.ACTIVE);
        assertThat(bench.say("hello")).startsWith("Polly says");
    }

    @Test
    void settingsThatAreNoneBreakTheConnectionToo() {
        bench.settings.put("password", "");

        assertThatThrownBy(() -> bench.say("hello"))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("The setting 'password' is not right: must not be blank.");
        assertThat(bench.state).isEqualTo(ConnectionState.BROKEN);
    }

    @Test
    void aPausedConnectionIsNotUsed() {
        bench.state = ConnectionState.PAUSED;

        assertThatThrownBy(() -> bench.say("hello"))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.code()).isEqualTo("connection-paused"));
        assertThat(bench.state).isEqualTo(ConnectionState.PAUSED);
    }

    @Test
    void leavesAServiceAloneThatIsDownAndTriesAgainAfterAPause() {
        // Three of the last four.
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> bench.say("unavailable")).hasMessage("It sleeps.");
        }

        assertThatThrownBy(() -> bench.say("hello"))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("circuit-open"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> bench.say("hello").startsWith("Polly"));
    }

    @Test
    void whatFailsBesideTheWorkKeepsNothingFromBeingBooked() throws PluginException {
        Installed<Checkable<Record>> beside = bench.parrot().aside();
        bench.settings.put("say", "unavailable");
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> HostBench.inScope(
                            () -> beside.call(Duration.ofSeconds(5), (parrot, cage) -> parrot.check(cage))))
                    .isInstanceOf(Unavailable.class);
        }

        assertThat(bench.say("hello")).startsWith("Polly");
        assertThat(bench.state).isEqualTo(ConnectionState.ACTIVE);
        assertThat(bench.broken).isEmpty();
    }

    @Test
    void anAnswerNobodyLikesDoesNotOpenTheCircuit() throws PluginException {
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> bench.say("reject")).isInstanceOf(Rejected.class);
        }

        assertThat(bench.say("hello")).isNotEmpty();
    }

    @Test
    void aPluginKeptToOtherSellersIsAsGoodAsMissing() throws PluginException {
        bench.host.keepFor("parrot", Set.of(new SellerId(8)));

        assertThatThrownBy(() -> bench.say("hello"))
                .isInstanceOf(PluginMissing.class)
                .hasMessageContaining("kept to some sellers")
                .hasMessageContaining("under Plugins");
        assertThat(bench.host.extensions(ConnectionRole.CARRIER, HostBench.SELLER))
                .isEmpty();
        assertThat(bench.host.extensions(ConnectionRole.CARRIER, new SellerId(8)))
                .isNotEmpty();

        bench.host.keepFor("parrot", Set.of());
        assertThat(bench.say("hello")).startsWith("Polly");
    }
}
